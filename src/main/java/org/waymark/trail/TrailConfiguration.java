package org.waymark.trail;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the trail and its pseudonyms to the rest. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    Trail trail(MongoDatabase database) {
        return Trail.in(database);
    }

    @Bean
    Pseudonyms pseudonyms(
            @Value("${waymark.pseudonym-key-file:}") String keyFile,
            @Value("${waymark.data-dir:data}") String dataDir,
            MongoDatabase database) {
        Path path = keyFile.isBlank() ? Path.of(dataDir, "keys", "pseudonym.key") : Path.of(keyFile.strip());
        return Pseudonyms.open(path, database);
    }
}
