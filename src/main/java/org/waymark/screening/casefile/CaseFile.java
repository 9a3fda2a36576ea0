package org.waymark.screening.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.assessment.LondonDays;
import org.waymark.assessment.YoungPerson;

/** All that is known about a young person at one contact, from it and from earlier ones. Immutable. */
public final class CaseFile {

    private static final String IMMEDIATE_HARM = "immediate-harm";

    private final Catalogue catalogue;
    private final Assessment current;
    private final Map<String, List<Said>> said;
    private final Map<String, Standing> standings;

    private CaseFile(
            Catalogue catalogue, Assessment current, Map<String, List<Said>> said, Map<String, Standing> standings) {
        this.catalogue = catalogue;
        this.current = current;
        this.said = said;
        this.standings = Collections.unmodifiableMap(standings);
    }

    /**
     * Opens the file.
     *
     * @param earlier the contacts that count as history, in any order
     */
    public static CaseFile of(Catalogue catalogue, Assessment current, Collection<Assessment> earlier) {
        Map<String, List<Said>> said = new TreeMap<>();
        Stream.concat(earlier.stream().sorted(inTime()), Stream.of(current))
                .forEach(contact -> contact.observations().stream()
                        .sorted(Said.WITHIN_A_CONTACT)
                        .forEach(observation -> said.computeIfAbsent(
                                        observation.factor(), factor -> new java.util.ArrayList<>())
                                .add(new Said(observation, contact))));
        Map<String, Standing> standings = new LinkedHashMap<>();
        said.forEach((factor, all) ->
                standing(catalogue, current, factor, all).ifPresent(standing -> standings.put(factor, standing)));
        return new CaseFile(catalogue, current, said, standings);
    }

    private static Optional<Standing> standing(
            Catalogue catalogue, Assessment current, String factor, List<Said> said) {
        return catalogue.factor(factor).flatMap(one -> new Answers(catalogue, current).standing(one, said));
    }

    /** The same file as if nobody had ever said anything about these factors. */
    public CaseFile without(Collection<String> factors) {
        Map<String, List<Said>> others = new TreeMap<>(said);
        Map<String, Standing> standing = new LinkedHashMap<>(standings);
        factors.forEach(factor -> {
            others.remove(factor);
            standing.remove(factor);
        });
        return new CaseFile(catalogue, current, others, standing);
    }

    /**
     * The same file if this were all that was ever said about one factor. What is said of one factor tells nothing of
     * another, so nothing else is read again.
     *
     * @param all earlier contacts first, in their order
     */
    public CaseFile saying(String factor, List<Said> all) {
        Map<String, List<Said>> more = new TreeMap<>(said);
        more.put(
                factor,
                Stream.concat(
                                all.stream().filter(one -> one.contact() != current),
                                all.stream()
                                        .filter(one -> one.contact() == current)
                                        .sorted(Comparator.comparing(Said::observation, Said.WITHIN_A_CONTACT)))
                        .toList());
        Map<String, Standing> standing = new TreeMap<>(standings);
        standing.remove(factor);
        standing(catalogue, current, factor, more.getOrDefault(factor, List.of()))
                .ifPresent(one -> standing.put(factor, one));
        return new CaseFile(catalogue, current, more, standing);
    }

    /** The same file if the young person were so many years old. */
    public CaseFile aged(int years) {
        YoungPerson person = current.youngPerson();
        YoungPerson aged = new YoungPerson(
                person.reference(), null, years, person.area(), person.placedByArea(), person.previousReferences());
        Assessment contact = new Assessment(
                current.assessmentId(),
                current.sourceSystem(),
                current.receivedAt(),
                current.assessedAt(),
                current.referredBy(),
                aged,
                current.observations(),
                current.amends());
        // What was said tells nothing of age, so its standing is as it was.
        return new CaseFile(catalogue, contact, said, standings);
    }

    /** By time of assessment, and where that is equal by the source's own number, so that order is never chance. */
    static Comparator<Assessment> inTime() {
        return Comparator.comparing(Assessment::assessedAt)
                .thenComparing(Assessment::sourceSystem)
                .thenComparing(Assessment::assessmentId);
    }

    public Assessment current() {
        return current;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The day, in London, of the present contact. */
    public LocalDate today() {
        return LondonDays.of(current.assessedAt());
    }

    /** Every factor that has an answer that counts, by its id. */
    public Map<String, Standing> standings() {
        return standings;
    }

    /** The answer about a factor that counts; nothing where it was not asked. */
    public Optional<Answer> answer(String factor) {
        return Optional.ofNullable(standings.get(factor)).map(Standing::answer);
    }

    public boolean isYes(String factor) {
        return answer(factor).filter(Answer.YES::equals).isPresent();
    }

    /** Every factor of which something was ever said, whether or not it still counts. */
    public Set<String> factors() {
        return Collections.unmodifiableSet(said.keySet());
    }

    /** Everything that was said about a factor, oldest first, whether or not it still counts. */
    public List<Said> said(String factor) {
        return said.getOrDefault(factor, List.of());
    }

    /** When and how often an event happened. */
    public Occurrences occurrences(String factor) {
        return Occurrences.of(borneOut(factor), today(), isImmediateHarm(factor));
    }

    /** What was said, without each yes that would reassure and that another source of the same contact does not share. */
    private List<Said> borneOut(String factor) {
        List<Said> all = said(factor);
        if (catalogue
                .factor(factor)
                .filter(one -> one.protectiveAnswer() == Answer.NO)
                .isEmpty()) {
            return all;
        }
        Set<Assessment> doubted = all.stream()
                .filter(one -> one.answer() != Answer.YES)
                .map(Said::contact)
                .collect(Collectors.toSet());
        return all.stream().filter(one -> !doubted.contains(one.contact())).toList();
    }

    /** What police or youth justice reported of an offence and did not drop. */
    public Occurrences offences(String factor) {
        return Occurrences.of(reports(factor), today(), isImmediateHarm(factor));
    }

    /** What police or youth justice said of an offence and did not drop, oldest first. */
    public List<Said> reports(String factor) {
        return Offences.notDropped(
                said(factor).stream().filter(Said::isReportedOffence).toList());
    }

    /** Whether a yes to the factor says that somebody may be hurt now. */
    public boolean isImmediateHarm(String factor) {
        return catalogue.group(IMMEDIATE_HARM).contains(factor);
    }

    /** The factors of a group that are yes, in the order of the group. */
    public Stream<Factor> yesIn(String group) {
        return catalogue.group(group).stream().filter(this::isYes).map(catalogue::require);
    }
}
