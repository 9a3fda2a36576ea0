package org.waymark.screening;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Factor;
import org.waymark.assessment.OffenceStatus;
import org.waymark.screening.casefile.CaseFile;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.fact.Happened;
import org.waymark.screening.fact.Measured;
import org.waymark.screening.fact.Offence;
import org.waymark.screening.fact.Several;
import org.waymark.screening.fact.YoungPerson;
import org.waymark.screening.outcome.Evidence;
import org.waymark.screening.rule.AgedCondition;
import org.waymark.screening.rule.Firing;

/** Fills the places in a rule's statement: {@code {going-missing.last}} becomes a day, {@code {age}} an age. */
final class Statements {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)(?:\\.([a-z]+))?}|\\{referredBy}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String NO_DATE = "a date not given";

    private final CaseFile file;
    private final PossibleAges ages;
    private final EvidenceFinder evidence;

    Statements(CaseFile file, PossibleAges ages, EvidenceFinder evidence) {
        this.file = file;
        this.ages = ages;
        this.evidence = evidence;
    }

    /** How a report says that this rule fired. */
    String of(Firing firing) {
        Matcher places = PLACE.matcher(withoutEmptyDates(firing));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            String of = places.group(1) == null ? "referredBy" : places.group(1);
            String what = places.group(2) == null ? "" : places.group(2);
            places.appendReplacement(text, Matcher.quoteReplacement(filled(firing, of, what)));
        }
        String said = places.appendTail(text) + caution(firing);
        boolean aged = firing.rule().conditions().stream().anyMatch(AgedCondition.class::isInstance);
        return aged && !ages.known() ? "Age is not known; if it is so: " + said : said;
    }

    /** How weak the weakest of what a rule rests on is, where that is no more than a suspicion or an allegation. */
    private String caution(Firing firing) {
        List<List<Evidence>> grounds = firing.facts().stream()
                .map(evidence::behind)
                .filter(observed -> !observed.isEmpty())
                .toList();
        boolean dropped = grounds.stream()
                .anyMatch(observed ->
                        observed.stream().allMatch(one -> one.offenceStatus() == OffenceStatus.NO_FURTHER_ACTION));
        Basis weakest = grounds.stream()
                .map(Statements::best)
                .max(Comparator.naturalOrder())
                .orElse(Basis.CONFIRMED);
        return switch (weakest) {
                    case CONFIRMED, REPORTED -> "";
                    case SUSPECTED -> " Suspected, not confirmed.";
                    case ALLEGED -> " Alleged, not confirmed.";
                }
                + (dropped ? " It ended in no further action." : "");
    }

    private static Basis best(List<Evidence> observed) {
        return observed.stream()
                .map(Evidence::basis)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Where no date was given, "last on ..." is said in words that fit. */
    private String withoutEmptyDates(Firing firing) {
        String statement = firing.rule().statement();
        Matcher last = Pattern.compile("last on \\{([a-z0-9-]+)\\.last}").matcher(statement);
        statement = last.replaceAll(match -> days(firing, match.group(1)).isEmpty()
                ? undated(firing, match.group(1))
                : Matcher.quoteReplacement(match.group()));
        Matcher between = Pattern.compile("between \\{([a-z0-9-]+)\\.first} and \\{[a-z0-9-]+\\.last}")
                .matcher(statement);
        return between.replaceAll(match -> days(firing, match.group(1)).isEmpty()
                ? "on dates not given"
                : Matcher.quoteReplacement(match.group()));
    }

    /** What is known of an event that has no day: how often within what period, or nothing. */
    private String undated(Firing firing, String factor) {
        return evidence(firing, factor)
                .filter(one -> one.times() != null)
                .map(one -> one.times() + " times"
                        + (one.withinDays() == null ? ", dates not given" : " within " + one.withinDays() + " days"))
                .findFirst()
                .orElse("date not given");
    }

    private String filled(Firing firing, String of, String what) {
        return switch (what) {
            case "last" -> lastOf(days(firing, of));
            case "first" ->
                days(firing, of).stream().findFirst().map(DAY::format).orElse(NO_DATE);
            case "times" -> String.valueOf(times(firing, of));
            case "value" -> value(firing, of);
            case "factors" -> factors(firing, of);
            case "unsettled" -> unsettled(of);
            default -> plain(of);
        };
    }

    private static String lastOf(List<LocalDate> days) {
        return days.isEmpty() ? NO_DATE : DAY.format(days.get(days.size() - 1));
    }

    private String plain(String of) {
        return switch (of) {
            case "age" -> age();
            case "referredBy" ->
                Optional.ofNullable(file.current().referredBy())
                        .map(Agency::code)
                        .map(code -> code.replace('-', ' '))
                        .orElse("somebody not named");
            default -> of;
        };
    }

    private String age() {
        List<Integer> possible =
                ages.ages().stream().map(YoungPerson::age).distinct().toList();
        return possible.size() == 1 ? String.valueOf(possible.get(0)) : "not known";
    }

    private List<LocalDate> days(Firing firing, String factor) {
        return evidence(firing, factor)
                .map(Evidence::dates)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Evidence> evidence(Firing firing, String factor) {
        return firing.facts().stream()
                .filter(fact -> speaksOf(fact, factor))
                .flatMap(fact -> evidence.behind(fact).stream());
    }

    private static boolean speaksOf(Fact fact, String factor) {
        return (fact instanceof Happened happened && happened.factor().equals(factor))
                || (fact instanceof Offence offence && offence.factor().equals(factor))
                || (fact instanceof Measured measured && measured.factor().equals(factor));
    }

    private static int times(Firing firing, String factor) {
        return firing.facts().stream()
                .filter(fact -> speaksOf(fact, factor))
                .mapToInt(fact -> fact instanceof Happened happened
                        ? happened.times()
                        : fact instanceof Offence offence ? offence.times() : 1)
                .max()
                .orElse(0);
    }

    private static String value(Firing firing, String factor) {
        return firing.facts().stream()
                .filter(fact -> speaksOf(fact, factor))
                .<Double>mapMulti((fact, values) -> {
                    if (fact instanceof Measured measured) {
                        values.accept(measured.value());
                    }
                })
                .max(Comparator.naturalOrder())
                .map(value -> new java.math.BigDecimal(String.valueOf(value))
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse("?");
    }

    private String factors(Firing firing, String group) {
        List<String> labels = firing.facts().stream()
                .<Several>mapMulti((fact, groups) -> {
                    if (fact instanceof Several several && several.group().equals(group)) {
                        groups.accept(several);
                    }
                })
                .flatMap(evidence::counted)
                .map(Factor::label)
                .distinct()
                .toList();
        return listed(labels);
    }

    private String unsettled(String group) {
        Stream<String> labels = FactFinder.unsettledIn(file, group)
                .map(factor -> file.catalogue().require(factor).label());
        return listed(labels.toList());
    }

    /** A list as a sentence has it: a, b and c. */
    static String listed(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        List<String> first = new ArrayList<>(items.subList(0, items.size() - 1));
        return String.join(", ", first) + " and " + items.get(items.size() - 1);
    }
}
