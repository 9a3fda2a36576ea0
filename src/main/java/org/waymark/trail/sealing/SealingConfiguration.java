package org.waymark.trail.sealing;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailCannotStart;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.MalformedText;

/** Keeps the log and its seals. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    LogKey logKey(
            @Value("${waymark.log.key:}") String secret,
            @Value("${waymark.log.key-file:}") String keyFile,
            @Value("${waymark.log.name:}") String name,
            @Value("${waymark.data-dir:data}") String dataDir) {
        Path file = keyFile.isBlank() ? Path.of(dataDir, "keys", "log.key") : Path.of(keyFile.strip());
        return secret.isBlank() ? LogKeyFile.in(file, name) : LogKeyFile.of(secret);
    }

    @Bean
    SealedLog sealedLog(MongoDatabase database, LogKey key) {
        return new SealedLog(new LogStore(database), new CheckpointStore(database), key.verifier());
    }

    /** @param trail must be there first: it makes the index by which new entries are found */
    @Bean
    Sealing sealing(
            @Value("${waymark.log.checkpoint-folder:}") String folder,
            @Value("${waymark.log.previous-key-file:}") String previousKeyFile,
            @Value("${waymark.log.checkpoint-every:5s}") Duration every,
            @Value("${waymark.log.witnesses:}") String witnesses,
            @Value("${waymark.data-dir:data}") String dataDir,
            MongoDatabase database,
            LogKey key,
            SealedLog log,
            Trail trail,
            Pseudonyms pseudonyms,
            Clock clock) {
        CheckpointStore checkpoints = new CheckpointStore(database);
        Path kept = folder.isBlank() ? Path.of(dataDir, "checkpoints") : Path.of(folder.strip());
        LogKey previous = previousKeyFile.isBlank() ? null : LogKeyFile.existing(Path.of(previousKeyFile.strip()));
        KeyChange change = new KeyChange(key, previous, trail, pseudonyms, checkpoints, clock);
        change.requireAtHand();
        Sealer sealer =
                new Sealer(key, change::known, new LogStore(database), checkpoints, new CheckpointFolder(kept), clock);
        return new Sealing(
                new Sequencer(database, clock),
                sealer,
                change,
                new Witnesses(witnesses(witnesses), database, checkpoints, log),
                log,
                every);
    }

    private static List<Witness> witnesses(String configured) {
        try {
            return Arrays.stream(configured.split(","))
                    .filter(one -> !one.isBlank())
                    .map(Witness::parse)
                    .toList();
        } catch (MalformedText | IllegalArgumentException e) {
            throw new TrailCannotStart("WAYMARK_LOG_WITNESSES: " + e.getMessage(), null);
        }
    }
}
