package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoreConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner waymark = new ApplicationContextRunner()
            .withUserConfiguration(StoreConfiguration.class)
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class));

    @Test
    void withoutAConnectionStringTheStoreIsAFileInTheDataFolder() {
        waymark.withPropertyValues("waymark.mongodb-uri=", "waymark.data-dir=" + folder)
                .run(context -> {
                    assertThat(context).hasSingleBean(MongoClient.class).hasSingleBean(MongoDatabase.class);
                    assertThat(folder.resolve("store.mv")).exists();
                });
    }

    @Test
    void withAConnectionStringItIsThatMongo() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("server"))) {
            waymark.withSystemProperties("WAYMARK_MONGODB_URI=" + server.connectionString() + "/elsewhere")
                    .withPropertyValues("waymark.mongodb-uri=${WAYMARK_MONGODB_URI}", "waymark.data-dir=" + folder)
                    .run(context -> {
                        assertThat(context.getBean(MongoDatabase.class).getName())
                                .isEqualTo("elsewhere");
                        assertThat(folder.resolve("store.mv")).doesNotExist();
                    });
        }
    }

    @Test
    void theHealthOfTheServiceHoldsThatOfTheStore() {
        waymark.withPropertyValues("waymark.data-dir=" + folder)
                .run(context -> assertThat(context.getBean("storeHealthIndicator", HealthIndicator.class)
                                .health()
                                .getStatus())
                        .isEqualTo(Status.UP));
    }

    @Test
    void aStoreThatCannotBeUsedKeepsTheServiceFromStarting() {
        waymark.withPropertyValues("waymark.mongodb-uri=host:27017", "waymark.data-dir=" + folder)
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(StoreCannotStart.class));
    }
}
