package org.waymark.casework.worklist;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.casework.Reading;
import org.waymark.store.Lease;
import org.waymark.trail.NamedEntries;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.keys.PersonKeys;
import org.waymark.trail.sealing.SealedLog;

/** Hands out the lists, and keeps them up to date. */
@Configuration(proxyBeanMethods = false)
class WorkListConfiguration {

    private static final String LEASE = "lists-lease";

    @Bean
    Nudges nudges() {
        return new Nudges();
    }

    @Bean
    ListStore listStore(MongoDatabase database, PersonKeys keys, Pseudonyms pseudonyms) {
        return store(database, keys, pseudonyms);
    }

    static ListStore store(MongoDatabase database, PersonKeys keys, Pseudonyms pseudonyms) {
        WorkOrder work = new WorkOrder(pseudonyms);
        SearchOrder search = new SearchOrder(pseudonyms);
        return new ListStore(database, new RowSeal(keys), listed -> keys(listed, work, search));
    }

    private static List<String> keys(Listed listed, WorkOrder work, SearchOrder search) {
        return Stream.concat(work.keys(listed).stream(), search.keys(listed).stream())
                .toList();
    }

    @Bean
    Folding folding(Trail trail, Pseudonyms pseudonyms, Folds folds, ListStore store) {
        return new Folding(trail, pseudonyms, folds, store);
    }

    /** @param anew whether the lists are made anew at the start, from the trail */
    @Bean
    Following following(
            MongoDatabase database,
            SealedLog log,
            NamedEntries entries,
            Folding folding,
            ListStore store,
            Nudges nudges,
            Clock clock,
            @Value("${waymark.lists.anew:false}") boolean anew) {
        Follower follower = new Follower(database, log.reader(), entries, folding, store);
        return new Following(nudges, follower, new Lease(database, LEASE, clock), anew);
    }

    @Bean
    WorkList workList(ListStore store, Pseudonyms pseudonyms, Reading reading, Clock clock) {
        return new WorkList(store, pseudonyms, reading, clock);
    }

    @Bean
    DecisionSearch decisionSearch(ListStore store, Pseudonyms pseudonyms, Reading reading) {
        return new DecisionSearch(store, pseudonyms, reading);
    }
}
