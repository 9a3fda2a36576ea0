package org.waymark.screening;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.assessment.Answer;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Yes;

/**
 * All that the guards look at of a case, beside what the rules gave.
 *
 * @param ageKnown whether the young person's age is known
 * @param under10 whether the young person is under 10, the age of criminal responsibility, at every age that is possible
 * @param adult whether the young person is 18 or over, and nobody disputes it
 * @param earlyHelpRefused whether the family turned early help down; not asked is not refused
 * @param policeFacts what was alleged or proposed, or is held of the young person by police
 * @param immediateHarm each yes that says that somebody may be hurt now
 */
public record Circumstances(
        boolean ageKnown,
        boolean under10,
        boolean adult,
        boolean earlyHelpRefused,
        List<Yes> policeFacts,
        List<Yes> immediateHarm) {

    static final String CONSENT = "early-help-consent";
    private static final String IMMEDIATE_HARM = "immediate-harm";
    private static final String POLICE_FACTS = "police-facts";
    private static final Set<String> DOMAINS_OF_ENFORCEMENT = Set.of("offending", "proposal");
    private static final int CRIMINAL_RESPONSIBILITY = 10;

    public Circumstances {
        policeFacts = List.copyOf(policeFacts);
        immediateHarm = List.copyOf(immediateHarm);
    }

    static Circumstances of(CaseFile file, PossibleAges ages) {
        return new Circumstances(
                ages.known(),
                ages.isUnder(CRIMINAL_RESPONSIBILITY),
                ages.kind() == PossibleAges.Kind.ADULT,
                file.answer(CONSENT).filter(Answer.NO::equals).isPresent(),
                policeFacts(file),
                file.catalogue().group(IMMEDIATE_HARM).stream()
                        .filter(file::isYes)
                        .map(Yes::new)
                        .toList());
    }

    private static List<Yes> policeFacts(CaseFile file) {
        Stream<String> offending = file.standings().values().stream()
                .filter(standing ->
                        DOMAINS_OF_ENFORCEMENT.contains(standing.factor().domain()))
                .map(standing -> standing.factor().id());
        return Stream.concat(file.catalogue().group(POLICE_FACTS).stream(), offending)
                .filter(file::isYes)
                .distinct()
                .sorted()
                .map(Yes::new)
                .toList();
    }
}
