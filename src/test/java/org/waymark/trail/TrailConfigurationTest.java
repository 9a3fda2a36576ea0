package org.waymark.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

class TrailConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void theKeyIsKeptInTheDataFolder() {
        starting().run(context -> {
            assertThat(context).hasSingleBean(Trail.class).hasSingleBean(Pseudonyms.class);
            assertThat(folder.resolve("keys/pseudonym.key")).exists();
            assertThat(folder.resolve("keys/master.json")).exists();
        });
    }

    @Test
    void theKeyIsKeptWhereTheOperatorSaysElse() {
        starting()
                .withPropertyValues(
                        "waymark.pseudonym-key-file=" + folder.resolve("safe/own.key"),
                        "waymark.master-key-file=" + folder.resolve("safe/master.json"))
                .run(context -> {
                    assertThat(folder.resolve("safe/own.key")).exists();
                    assertThat(folder.resolve("safe/master.json")).exists();
                    assertThat(folder.resolve("keys")).doesNotExist();
                });
    }

    private ApplicationContextRunner starting() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(Store.class, () -> Store.open(StoreSettings.embedded(folder), Clock.systemUTC()))
                .withUserConfiguration(TrailConfiguration.class, DatabaseOfTheStore.class)
                .withPropertyValues("waymark.data-dir=" + folder);
    }

    static class DatabaseOfTheStore {

        @Bean
        MongoDatabase database(Store store) {
            return store.database();
        }
    }
}
