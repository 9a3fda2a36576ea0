package org.waymark.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.LondonDays;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.outcome.PathwayResult;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Firing;

/** The page about Chris says, contact by contact, which rule would have brought which pathway and by when. */
class ChrisPageTest {

    private static final String PAGE = Samples.text(Path.of("docs/chris.md"));
    private static final int RULES_NAMED = 3;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK).withZone(LondonDays.ZONE);
    private static final List<Assessment> CONTACTS =
            Samples.chris().stream().map(Samples::read).toList();
    private static final List<Outcome> OUTCOMES = Screenings.of(CONTACTS);

    static Stream<Integer> contacts() {
        return IntStream.rangeClosed(1, CONTACTS.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void thePageShowsWhatTheContactWouldHaveBrought(int number) {
        assertThat(PAGE).contains(table(number));
    }

    /** For how long somebody would have had a reason to act before he was killed, in September 2017. */
    @Test
    void thePageCountsTheDaysFromTheFirstContact() {
        LocalDate first = LondonDays.of(CONTACTS.get(0).assessedAt());
        LocalDate last = LondonDays.of(CONTACTS.get(8).assessedAt());

        assertThat(PAGE).contains(last.toEpochDay() - first.toEpochDay() + " days");
    }

    private static String table(int number) {
        Assessment contact = CONTACTS.get(number - 1);
        List<Firing> firings = ActiveRules.screener()
                .pass(contact, CONTACTS.subList(0, number - 1))
                .firings();
        List<String> lines = new ArrayList<>();
        lines.add("| Pathway | Respond by | Because |");
        lines.add("|---|---|---|");
        OUTCOMES.get(number - 1).pathways().forEach(path -> lines.add(line(path, firings)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(PathwayResult path, List<Firing> firings) {
        String name = ActiveRules.ruleSet().manifest().pathwayNames().get(path.pathway());
        String level = path.level() == null ? "" : ", level " + path.level();
        String rules = path.rules().stream()
                .limit(RULES_NAMED)
                .map(family -> strongest(family, path.pathway(), firings))
                .collect(Collectors.joining("; "));
        String more = path.rules().stream().skip(RULES_NAMED).collect(Collectors.joining(", "));
        return "| " + name + level + " | " + when(path.respondBy()) + " | " + rules
                + (more.isEmpty() ? "" : "; and " + more) + " |";
    }

    /** The line of a rule that asked most urgently for the pathway. */
    private static String strongest(String family, Pathway pathway, List<Firing> firings) {
        return firings.stream()
                .filter(firing -> firing.rule().family().equals(family))
                .filter(firing -> firing.conclusions().gives(pathway))
                .min(Comparator.comparing((Firing firing) -> urgency(firing, pathway))
                        .thenComparing(firing -> firing.rule().id()))
                .map(firing -> firing.rule().id() + " " + firing.rule().title())
                .orElseThrow();
    }

    private static Urgency urgency(Firing firing, Pathway pathway) {
        return firing.conclusions().pathways().stream()
                .filter(advice -> advice.pathway() == pathway)
                .map(PathwayAdvice::urgency)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String when(Instant instant) {
        return WHEN.format(instant);
    }
}
