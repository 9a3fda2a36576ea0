package org.waymark.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the one store to the rest; Boot's own MongoDB client steps back for it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean(destroyMethod = "close")
    Store store(
            @Value("${waymark.mongodb-uri:}") String mongodbUri,
            @Value("${waymark.data-dir:data}") String dataDir,
            ObjectProvider<Clock> clock) {
        Optional<String> uri = Optional.of(mongodbUri.strip()).filter(text -> !text.isEmpty());
        return Store.open(new StoreSettings(uri, Path.of(dataDir)), clock.getIfAvailable(Clock::systemUTC));
    }

    // The store closes its own client, in its own order.
    @Bean(destroyMethod = "")
    MongoClient mongoClient(Store store) {
        return store.client();
    }

    @Bean
    MongoDatabase mongoDatabase(Store store) {
        return store.database();
    }

    @Bean
    StoreHealth storeHealth(Store store) {
        return store.health();
    }

    @Bean
    HealthIndicator storeHealthIndicator(StoreHealth health) {
        return () -> {
            StoreState state = health.check();
            Health.Builder told = state.writable() ? Health.up() : Health.down();
            return told.withDetail("detail", state.detail())
                    .withDetail("checkedAt", state.checkedAt().toString())
                    .build();
        };
    }
}
