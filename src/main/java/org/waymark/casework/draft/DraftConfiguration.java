package org.waymark.casework.draft;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.trail.Forgets;
import org.waymark.trail.Pseudonyms;

/** Hands out the drafts, and has those about a young person forgotten when all about them is erased. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    FormDrafts formDrafts(
            MongoDatabase database,
            Aead masterKey,
            Pseudonyms pseudonyms,
            Clock clock,
            @Value("${waymark.drafts.keep:30d}") Duration keep) {
        return new FormDrafts(database, masterKey, pseudonyms, clock, keep);
    }

    @Bean
    Forgets forgetsDrafts(FormDrafts drafts) {
        return erased -> drafts.forget(erased.person());
    }
}
