package org.waymark.trail;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.trail.keys.PersonKeys;

/**
 * What was recorded about each young person. Entries are only ever added.
 *
 * <p>Every method throws {@link TrailUnavailable} where the store does not answer. What {@code append} was to record
 * may then be recorded or not; appending the same submission again finds out, and records it once.
 */
public interface Trail {

    /**
     * The trail kept in that database; makes what it needs there.
     *
     * @param keys the keys of what is about young people
     * @param clock says when this process was last alive; no entry is dated by it
     * @throws TrailUnavailable if the database does not answer
     */
    static Trail in(MongoDatabase database, PersonKeys keys, Clock clock) {
        return in(database, keys, clock, entry -> {});
    }

    /**
     * The same.
     *
     * @param recorded told of each entry that this process recorded, by the thread that did, before it goes on
     */
    static Trail in(MongoDatabase database, PersonKeys keys, Clock clock, Consumer<Entry> recorded) {
        return MongoTrail.in(database, keys, clock, recorded);
    }

    /** All entries about a person, oldest first; none for somebody unknown. */
    List<Entry> of(Person person);

    /**
     * The entries about a person after a place, oldest first.
     *
     * @param sequence the last that the caller has read, 0 for none
     */
    List<Entry> after(Person person, long sequence);

    /**
     * All entries about everybody, to be read once through. What is recorded after this call is not among them.
     *
     * <p>The names of all entries are asked for first, off the index, and the entries a few at a time as they are taken.
     * Not for a request that somebody waits for.
     */
    TrailWalk everything();

    /**
     * What is recorded about some people, as far as their extents go, to be read once through.
     *
     * @param people in the order in which they are to be read
     */
    TrailWalk about(List<Extent> people);

    /** The entry that recorded a submission. */
    Optional<Entry> bySubmission(Submission submission);

    /** The entry that recorded a decision. */
    Optional<Entry> byDecision(String decisionId);

    /**
     * Adds an entry at a place.
     *
     * @param expectedSequence one after the last entry that the caller has read, so 1 for the first
     * @throws IllegalArgumentException if the place before it is empty
     * @throws IllegalStateException if the decision id belongs to another submission
     */
    Appended append(Person person, long expectedSequence, Draft draft);
}
