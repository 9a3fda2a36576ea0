package org.waymark.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.assessment.Amends;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Json;
import org.waymark.assessment.PersonKey;
import org.waymark.assessment.SubmissionKey;
import org.waymark.screening.casefile.History;
import org.waymark.trail.Entry;
import org.waymark.trail.Kind;

/**
 * All that is recorded about a young person, under this and their previous references, as contacts: those that were
 * screened, with what was put right of them since, and the outcomes of what was decided on them.
 */
final class Contacts {

    /** What is recorded under one reference. */
    private record Known(Contributions contributions, Map<Entry, Assessment> recorded) {

        /** The other references that its contacts name, but for those of contacts that are withdrawn where asked. */
        List<PersonKey> links(boolean withdrawnToo) {
            Predicate<Entry> all = entry -> true;
            Collection<Assessment> naming = withdrawnToo
                    ? recorded.values()
                    : contributions.of(all, recorded).stream()
                            .map(Contribution::assessment)
                            .toList();
            return naming.stream()
                    .flatMap(one -> one.youngPerson().previousReferences().stream())
                    .toList();
        }
    }

    private final List<PersonKey> start;
    private final List<Entry> own;
    private final Set<String> erased;
    private final Map<PersonKey, Known> known;
    private final List<PersonKey> apart;

    private Contacts(
            List<PersonKey> start,
            List<Entry> own,
            Set<String> erased,
            Map<PersonKey, Known> known,
            List<PersonKey> apart) {
        this.start = start;
        this.own = own;
        this.erased = erased;
        this.known = known;
        this.apart = apart;
    }

    /** Reads what is recorded about the young person of an assessment. */
    static Contacts about(Assessment assessment, People people, AssessmentReader reader) {
        return about(assessment, people, reader, Joining.everything());
    }

    /** The same, but for what may not be joined, of which not even whether there is anything is looked at. */
    static Contacts about(Assessment assessment, People people, AssessmentReader reader, Joining joining) {
        return about(
                assessment.youngPerson().key(), assessment.youngPerson().previousReferences(), people, reader, joining);
    }

    /** Reads what is recorded about a young person under a reference, and under those that its contacts name. */
    static Contacts about(PersonKey person, People people, AssessmentReader reader, Joining joining) {
        return about(person, List.of(), people, reader, joining);
    }

    private static Contacts about(
            PersonKey person, List<PersonKey> previous, People people, AssessmentReader reader, Joining joining) {
        Map<PersonKey, Known> known = new LinkedHashMap<>();
        List<PersonKey> start =
                Stream.concat(Stream.of(person), previous.stream()).distinct().toList();
        List<PersonKey> next = new ArrayList<>(start);
        List<Entry> own = List.of();
        Set<String> erased = new LinkedHashSet<>();
        List<PersonKey> apart = new ArrayList<>();
        while (!next.isEmpty()) {
            PersonKey key = next.remove(0);
            if (!known.containsKey(key) && !joining.allows(key.area())) {
                apart.add(key);
                known.put(key, new Known(new Contributions(List.of(), reader), Map.of()));
            } else if (!known.containsKey(key)) {
                List<Entry> entries = people.trailOf(key);
                own = key.equals(person) ? entries : own;
                entries.stream().filter(Entry::erased).forEach(entry -> erased.add(entry.id()));
                Contributions contributions = new Contributions(
                        entries.stream().filter(entry -> !entry.erased()).toList(), reader);
                Known here = new Known(contributions, contributions.recorded());
                known.put(key, here);
                // A decision of before a contact was withdrawn still rests on what that contact led to.
                next.addAll(here.links(true));
            }
        }
        return new Contacts(start, own, erased, known, List.copyOf(apart));
    }

    static String text(Entry entry, String name) {
        String text = entry.content().get(name);
        if (text == null) {
            throw new IllegalStateException("entry " + entry.id() + " holds no `" + name + "`");
        }
        return text;
    }

    /** Under which other references they are named here, and what is recorded there was not joined. */
    List<PersonKey> apart() {
        return apart;
    }

    /** The sequence that the next entry about this young person must have. */
    long nextSequence() {
        return own.isEmpty() ? 1 : own.get(own.size() - 1).sequence() + 1;
    }

    /** What is said of this young person now: nothing of what was withdrawn, nor of what only that led to. */
    List<Contribution> standing() {
        return standingUnder().stream()
                .flatMap(one -> one.contributions().of(entry -> true, one.recorded()).stream())
                .toList();
    }

    /** The same as assessments: contacts as they were put right, and outcomes. */
    List<Assessment> assessments() {
        return standing().stream().map(Contribution::assessment).toList();
    }

    private List<Known> standingUnder() {
        Set<PersonKey> reached = new LinkedHashSet<>();
        List<PersonKey> next = new ArrayList<>(start);
        while (!next.isEmpty()) {
            PersonKey key = next.remove(0);
            if (reached.add(key)) {
                next.addAll(at(key).links(false));
            }
        }
        return reached.stream().map(this::at).toList();
    }

    private Known at(PersonKey key) {
        return Objects.requireNonNull(known.get(key), "every reference that is named was read");
    }

    /** The decisions on contacts that neither were withdrawn nor are amended, each with what people did with it. */
    List<Decided> decided() {
        List<Assessment> counted = History.notAmended(assessments());
        List<Decided> decided = new ArrayList<>();
        for (Known one : standingUnder()) {
            List<Entry> entries = one.contributions().entries();
            for (Contribution said : one.contributions().of(entry -> true, one.recorded())) {
                if (said.first().kind() == Kind.SCREENED && counted.contains(said.assessment())) {
                    decided.add(new Decided(said.assessment(), DecisionFile.of(said.first(), entries)));
                }
            }
        }
        return decided;
    }

    /** A contact as it stands, and what was decided on it. */
    record Decided(Assessment assessment, DecisionFile file) {}

    /** The ids of the entries that a screening used: contacts and outcomes, and every correction that counted. */
    List<String> entriesOf(Assessment current, List<Assessment> used) {
        Set<String> ids = new LinkedHashSet<>();
        for (Known one : known.values()) {
            Set<Entry> counted = new HashSet<>();
            one.contributions().of(entry -> true, one.recorded()).stream()
                    .filter(said -> used.contains(said.assessment()))
                    .forEach(said -> counted.addAll(said.entries()));
            one.contributions().entries().stream()
                    .filter(entry -> counted.contains(entry) || takesAway(entry, one.recorded(), current))
                    .forEach(entry -> ids.add(entry.id()));
        }
        return List.copyOf(ids);
    }

    /** Whether an entry withdraws what else would have been history: that it is missing is owed to this one. */
    private static boolean takesAway(Entry entry, Map<Entry, Assessment> recorded, Assessment current) {
        return ActEntries.withdraws(entry)
                && recorded.entrySet().stream()
                        .filter(contact -> ActEntries.isAbout(
                                entry, Objects.toString(contact.getKey().decisionId())))
                        .anyMatch(contact -> contact.getValue().assessedAt().isBefore(current.assessedAt()));
    }

    /** Whether what one of these entries said is gone, so that what rested on it cannot be told any more. */
    boolean anyErased(Collection<String> ids) {
        return ids.stream().anyMatch(erased::contains);
    }

    /** What was said in the entries that have these ids, and in no other. */
    List<Assessment> in(Collection<String> ids) {
        return where(entry -> ids.contains(entry.id()));
    }

    /** The same, with everything that was put right since. */
    List<Assessment> asPutRight(Collection<String> ids) {
        return where(entry -> entry.kind() == Kind.CORRECTED || ids.contains(entry.id()));
    }

    private List<Assessment> where(Predicate<Entry> counts) {
        return known.values().stream()
                .flatMap(one -> one.contributions().of(counts, one.recorded()).stream())
                .map(Contribution::assessment)
                .toList();
    }

    /** What an assessment says that it amends, where nothing like it is recorded about this young person. */
    Optional<String> amendsNothing(Assessment assessment) {
        Amends amends = assessment.amends();
        if (amends == null) {
            return Optional.empty();
        }
        SubmissionKey amended =
                new SubmissionKey(assessment.youngPerson().area(), assessment.sourceSystem(), amends.assessmentId());
        boolean there = known.values().stream()
                .flatMap(one -> one.recorded().values().stream())
                .anyMatch(one -> one.submission().equals(amended));
        return there ? Optional.empty() : Optional.of(amends.assessmentId());
    }

    /** How often somebody tried what a decision on a submission would be. */
    int dryRunsOf(String submission) {
        return (int) own.stream()
                .filter(entry -> entry.kind() == Kind.TRIED && !entry.erased())
                .map(entry -> Json.read(text(entry, EntryContent.TRIED)))
                .filter(tried -> tried.path("submission").asString("").equals(submission))
                .count();
    }
}
