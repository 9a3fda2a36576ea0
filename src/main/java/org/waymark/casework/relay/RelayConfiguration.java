package org.waymark.casework.relay;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.Trail;
import org.waymark.trail.sealing.SealedLog;

/** Hands out what makes relays; none is made here, as nowhere is named where events could go. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    Relays relays(MongoDatabase database, SealedLog log, Trail trail, NamedEntries entries, Clock clock) {
        return new Relays(database, log, trail, entries, clock);
    }
}
