package org.waymark.trail;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.keys.PersonKeys;

/** Hands the trail, its keys and its pseudonyms to the rest. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    /** @param hearers all who are told at once of what is recorded; none of them may depend on the trail */
    @Bean
    Trail trail(MongoDatabase database, PersonKeys keys, Clock clock, ObjectProvider<Hears> hearers) {
        List<Hears> all = hearers.orderedStream().toList();
        return Trail.in(database, keys, clock, entry -> all.forEach(one -> one.recorded(entry)));
    }

    @Bean
    SealedTrail sealedTrail(MongoDatabase database, PersonKeys keys) {
        return new SealedTrail(database, keys);
    }

    @Bean
    NamedEntries namedEntries(MongoDatabase database, PersonKeys keys, Trail trail) {
        return new NamedEntries(database, keys, trail);
    }

    @Bean
    PersonKeys personKeys(MongoDatabase database, Aead masterKey) {
        return new PersonKeys(database, masterKey);
    }

    /** A key management service takes this one's place by being an {@link Aead} of its own. */
    @Bean
    @ConditionalOnMissingBean
    Aead masterKey(
            @Value("${waymark.master-key:}") String keyset,
            @Value("${waymark.master-key-file:}") String keyFile,
            @Value("${waymark.data-dir:data}") String dataDir,
            MongoDatabase database) {
        MasterKeyGuard guard = new MasterKeyGuard(database);
        return keyset.isBlank() ? guard.in(file(keyFile, dataDir, "master.json")) : guard.of(keyset);
    }

    @Bean
    Pseudonyms pseudonyms(
            @Value("${waymark.pseudonym-key-file:}") String keyFile,
            @Value("${waymark.data-dir:data}") String dataDir,
            MongoDatabase database) {
        return Pseudonyms.open(file(keyFile, dataDir, "pseudonym.key"), database);
    }

    private static Path file(String named, String dataDir, String usual) {
        return named.isBlank() ? Path.of(dataDir, "keys", usual) : Path.of(named.strip());
    }
}
