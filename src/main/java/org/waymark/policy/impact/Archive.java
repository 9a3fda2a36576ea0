package org.waymark.policy.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.Submission;
import org.waymark.policy.impact.ImpactAnalysis.Batch;
import org.waymark.screening.casefile.History;
import org.waymark.screening.outcome.Outcome;
import org.waymark.trail.Entry;
import org.waymark.trail.Extent;
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

    /**
     * What of it is looked at.
     *
     * @param until what was recorded later is not, so that it is the same whenever it is looked at
     * @param newRules the hash of a rule set whose own decisions need no second look; null where all are alike
     */
    record Scope(
            ImpactFilter filter, Instant until, @Nullable String newRules) {}

    /** Everybody there is, to be cut into pieces. */
    TrailWalk everybody() {
        return trail.everything();
    }

    /** Opens the archive for those who ask of it. */
    Reading open(AssessmentReader reader, Scope scope) {
        return new Reading(reader, scope);
    }

    /** How the archive is read. Safe for many threads. */
    final class Reading {

        private final AssessmentReader reader;
        private final Scope scope;

        private Reading(AssessmentReader reader, Scope scope) {
            this.reader = reader;
            this.scope = scope;
        }

        /** Makes cases of what is recorded about some people, one person after the other. */
        void people(List<Extent> people, Consumer<Batch> each) {
            trail.about(people).people(entries -> each.accept(casesOf(entries)));
        }

        private Batch casesOf(List<Entry> entries) {
            List<ImpactCase> cases = new ArrayList<>();
            LaterContacts later = new LaterContacts();
            Map<Assessment, Recorded> own = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (counts(entry)) {
                    Submission submission = reader.reread(text(entry, ASSESSMENT));
                    own.put(submission.assessment(), new Recorded(entry, submission));
                }
            }
            List<Assessment> contacts = new ArrayList<>(own.keySet());
            contacts.addAll(knownBefore(contacts));
            for (Assessment one : History.notAmended(contacts)) {
                // What another reference knew is history here, and a case where that reference is looked at.
                Recorded recorded = own.get(one);
                if (recorded != null) {
                    later.note(one, contacts);
                    if (scope.filter().takes(one) && hasPathway(recorded.entry())) {
                        cases.add(caseOf(one, recorded, contacts));
                    }
                }
            }
            return new Batch(cases, later);
        }

        private boolean counts(Entry entry) {
            return isContact(entry) && !entry.recordedAt().isAfter(scope.until());
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
                            .filter(this::counts)
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

        private ImpactCase caseOf(Assessment assessment, Recorded recorded, List<Assessment> contacts) {
            boolean latest =
                    contacts.stream().noneMatch(other -> other.assessedAt().isAfter(assessment.assessedAt()));
            Monitoring monitoring = Monitoring.of(recorded.submission().canonical());
            return ImpactCase.of(assessment, contacts, monitoring, latest && !isByNewRules(recorded.entry()));
        }

        private boolean isByNewRules(Entry entry) {
            String hash = scope.newRules();
            return hash != null
                    && Json.read(text(entry, DECISION))
                            .at("/ruleSet/hash")
                            .asString("")
                            .equals(hash);
        }

        private boolean hasPathway(Entry entry) {
            String wanted = scope.filter().pathway();
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
}
