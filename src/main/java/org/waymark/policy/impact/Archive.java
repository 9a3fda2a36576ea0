package org.waymark.policy.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.Submission;
import org.waymark.screening.casefile.History;
import org.waymark.screening.outcome.Outcome;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;
import org.waymark.trail.TrailWalk;
import tools.jackson.databind.JsonNode;

/**
 * The recorded contacts as cases, each with its young person's history, read once through and a few at a time.
 *
 * <p>A contact that a later one under the same reference amends is left out. One that was amended under another, newer
 * reference of the same young person is still a case, as the walk has passed it by then; in the history of later
 * contacts it does not count, as in a screening.
 */
public final class Archive {

    /** Names of texts in an entry, as casework records them. */
    private static final String ASSESSMENT = "assessment";

    private static final String DECISION = "decision";

    private final Trail trail;
    private final Pseudonyms pseudonyms;

    public Archive(Trail trail, Pseudonyms pseudonyms) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
    }

    /** Opens the archive for one way through it. */
    Reading open(AssessmentReader reader, ImpactFilter filter) {
        return new Reading(trail.everything(), reader, filter);
    }

    /** One way through the archive. Belongs to one thread. */
    final class Reading {

        private final TrailWalk walk;
        private final AssessmentReader reader;
        private final ImpactFilter filter;
        private boolean stopped;

        private Reading(TrailWalk walk, AssessmentReader reader, ImpactFilter filter) {
            this.walk = walk;
            this.reader = reader;
            this.filter = filter;
        }

        /** How many entries there are to look at, of whatever kind. */
        long entries() {
            return walk.size();
        }

        /** Whether whoever watched stopped it, so that not all cases were given. */
        boolean wasStopped() {
            return stopped;
        }

        /**
         * The cases.
         *
         * @param goOn hears, for each young person, how many entries were looked at, and says whether to go on
         */
        Stream<ImpactCase> cases(LongPredicate goOn) {
            People people = new People(walk.entries().iterator());
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(people, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .takeWhile(entries -> {
                        stopped = !goOn.test(people.taken);
                        return !stopped;
                    })
                    .flatMap(this::casesOf);
        }

        private Stream<ImpactCase> casesOf(List<Entry> entries) {
            Map<Assessment, Recorded> own = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (isContact(entry)) {
                    Submission submission = reader.reread(text(entry, ASSESSMENT));
                    own.put(submission.assessment(), new Recorded(entry, submission));
                }
            }
            List<Assessment> contacts = new ArrayList<>(own.keySet());
            contacts.addAll(knownBefore(contacts));
            return History.notAmended(contacts).stream()
                    .filter(filter::takes)
                    .map(one -> new Asked(one, own.get(one)))
                    .flatMap(asked -> asked.ofThisReference(contacts));
        }

        private List<Assessment> knownBefore(List<Assessment> contacts) {
            List<Assessment> found = new ArrayList<>();
            Set<PersonKey> seen = new HashSet<>();
            contacts.forEach(one -> seen.add(one.youngPerson().key()));
            List<PersonKey> next = new ArrayList<>();
            contacts.forEach(one -> next.addAll(one.youngPerson().previousReferences()));
            while (!next.isEmpty()) {
                PersonKey key = next.remove(0);
                if (seen.add(key)) {
                    trail.of(pseudonyms.person(key.area(), key.reference())).stream()
                            .filter(Archive::isContact)
                            .map(entry -> reader.reread(text(entry, ASSESSMENT)).assessment())
                            .forEach(one -> {
                                found.add(one);
                                next.addAll(one.youngPerson().previousReferences());
                            });
                }
            }
            return found;
        }

        private record Recorded(Entry entry, Submission submission) {}

        /** A contact, and what was recorded of it where it stands under the reference that is looked at. */
        private final class Asked {
            private final Assessment assessment;
            private final @Nullable Recorded recorded;

            Asked(Assessment assessment, @Nullable Recorded recorded) {
                this.assessment = assessment;
                this.recorded = recorded;
            }

            /** What another reference knew is history here, and a case where that reference is looked at. */
            Stream<ImpactCase> ofThisReference(List<Assessment> contacts) {
                if (recorded == null || !hasPathway(recorded.entry())) {
                    return Stream.empty();
                }
                boolean latest =
                        contacts.stream().noneMatch(other -> other.assessedAt().isAfter(assessment.assessedAt()));
                Monitoring monitoring = Monitoring.of(recorded.submission().canonical());
                return Stream.of(ImpactCase.of(assessment, contacts, monitoring, latest));
            }
        }

        private boolean hasPathway(Entry entry) {
            String wanted = filter.pathway();
            if (wanted == null) {
                return true;
            }
            JsonNode outcome = Json.read(text(entry, DECISION)).path("outcome");
            if (wanted.equals(Outcome.UNIVERSAL)) {
                return outcome.path("primary").asString("").equals(wanted);
            }
            for (JsonNode pathway : outcome.path("pathways")) {
                if (pathway.path("pathway").asString("").equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** One whose content is erased is no case, and no history. */
    private static boolean isContact(Entry entry) {
        return entry.kind() == Kind.SCREENED && !entry.erased();
    }

    private static String text(Entry entry, String name) {
        String text = entry.content().get(name);
        if (text == null) {
            throw new IllegalStateException("entry " + entry.id() + " holds no `" + name + "`");
        }
        return text;
    }

    /** The entries about one reference after those about another, from entries that come in that order. */
    private static final class People implements Iterator<List<Entry>> {

        private final Iterator<Entry> entries;
        private @Nullable Entry first;
        private long taken;

        People(Iterator<Entry> entries) {
            this.entries = entries;
            this.first = entries.hasNext() ? entries.next() : null;
        }

        @Override
        public boolean hasNext() {
            return first != null;
        }

        @Override
        public List<Entry> next() {
            Entry one = first;
            if (one == null) {
                throw new NoSuchElementException();
            }
            List<Entry> same = new ArrayList<>();
            Entry next = one;
            while (next != null && next.person().equals(one.person())) {
                same.add(next);
                next = entries.hasNext() ? entries.next() : null;
            }
            first = next;
            taken += same.size();
            return same;
        }
    }
}
