package org.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteProbeTest {

    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;

    @Test
    void aStoreThatTakesAWriteIsWritable() {
        try (Store store = Store.open(StoreSettings.embedded(folder), clock())) {
            assertThat(store.health().check()).isEqualTo(new StoreState(true, "writable", NOON));
            assertThat(store.database().getCollection("health").find(new Document("_id", "probe")))
                    .hasSize(1);
        }
    }

    @Test
    void itWritesAtMostOnceEveryFewSeconds() {
        try (Store store = Store.open(StoreSettings.embedded(folder), clock())) {
            now = NOON.plusSeconds(5);
            assertThat(store.health().check().checkedAt()).isEqualTo(NOON);
            now = NOON.plusSeconds(6);
            assertThat(store.health().check().checkedAt()).isEqualTo(now);
        }
    }

    @Test
    void aStoreWhoseFileIsGoneIsNotWritableThoughItStillAnswersAPing() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                Store store = Store.open(StoreSettings.mongodb(server.connectionString(), folder), clock())) {
            server.file().closeImmediately();
            assertThat(store.database().runCommand(new Document("ping", 1)).get("ok"))
                    .isNotNull();
            now = NOON.plusSeconds(10);
            assertThat(store.health().check().writable()).isFalse();
        }
    }

    @Test
    void aStoreThatWentAwayIsToldWithinTenSeconds() {
        EmbeddedMongo server = EmbeddedMongo.open(folder);
        try (Store store = Store.open(StoreSettings.mongodb(server.connectionString(), folder), clock())) {
            server.close();
            now = NOON.plusSeconds(10);
            Instant start = Instant.now();
            assertThat(store.health().check().writable()).isFalse();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
