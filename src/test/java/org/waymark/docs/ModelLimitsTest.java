package org.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Coded;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.ActiveRules;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.AnsweredCondition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.RuleSet;

/** What {@code docs/model-limits.md} says of the rule set is what the rule set holds. */
class ModelLimitsTest {

    private static final Page PAGE = Page.of("docs/model-limits.md");
    private static final RuleSet RULES = ActiveRules.ruleSet();

    private static final Pattern RULE_ID = Pattern.compile("\\b(?:SG|MA|NR|EN|EH|SV|SY|TR|GD|AD)-\\d\\d[a-z]?\\b");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)*)`");

    /** Marks of the given documents, and the field of an assessment that no rule reads. */
    private static final Set<String> OTHER_WORDS = Set.of("000", "001", "002", "003", "monitoring");

    private static List<Rule> rules(Predicate<Rule> which) {
        return RULES.rules().stream().filter(which).toList();
    }

    private static long count(Predicate<Rule> which) {
        return rules(which).size();
    }

    @Test
    void everyRuleThatThePageNamesExists() {
        Set<String> known =
                new TreeSet<>(found(RULE_ID, Page.of("rules/README.md").text()));
        RULES.rules().forEach(rule -> known.addAll(List.of(rule.id(), rule.family())));

        assertThat(found(RULE_ID, PAGE.text())).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyFactorAndCodeThatThePageNamesExists() {
        Set<String> known = new TreeSet<>(OTHER_WORDS);
        RULES.catalogue().factors().stream().map(Factor::id).forEach(known::add);
        known.addAll(RULES.catalogue().groups());
        known.addAll(RULES.manifest().levels());
        known.add(Outcome.UNIVERSAL);
        Stream.of(
                        Agency.values(),
                        Answer.values(),
                        Action.values(),
                        Block.values(),
                        Flag.values(),
                        Pathway.values(),
                        Service.values(),
                        Urgency.values())
                .flatMap(Stream::of)
                .map(code -> ((Coded) code).code())
                .forEach(known::add);
        Set<String> named = CODE.matcher(PAGE.text())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void theTableOfSourcesCountsWhatTheLinesSay() {
        Map<String, List<String>> rows = PAGE.rows("lines of");
        Map<String, List<String>> expected = new TreeMap<>();
        rows.forEach((families, row) -> expected.put(families, counted(families, row.get(0))));

        assertThat(rows).isEqualTo(expected);
        assertThat(rows.keySet().stream()
                        .filter(row -> !row.equals("all"))
                        .flatMap(row -> Stream.of(row.split(", ")))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(RULES.rules().stream()
                        .map(rule -> rule.id().substring(0, 2))
                        .collect(Collectors.toSet()));
    }

    /** The cells of a row after its families: what they are about, and the six counts. */
    private static List<String> counted(String families, String about) {
        List<String> of = List.of(families.split(", "));
        Predicate<Rule> here =
                rule -> families.equals("all") || of.contains(rule.id().substring(0, 2));
        List<String> cells = new ArrayList<>(List.of(about, String.valueOf(count(here))));
        for (SourceKind kind : SourceKind.values()) {
            cells.add(String.valueOf(count(here.and(kind::backs))));
        }
        cells.add(String.valueOf(
                count(here.and(rule -> SourceKind.of(rule).equals(Set.of(SourceKind.POLICY_CHOICE))))));
        return cells;
    }

    @Test
    void theSentencesAboutSourcesHold() {
        long lines = RULES.rules().size();
        long families = RULES.rules().stream().map(Rule::family).distinct().count();
        long documented = count(ModelLimitsTest::namesADocument);
        Predicate<Rule> given = SourceKind.GIVEN::backs;
        long chris = count(given.and(SourceKind::isOfChris));
        long statistics = count(given.and(SourceKind::isOfStatistics));
        Predicate<Rule> clock = ModelLimitsTest::setsAClock;

        assertThat(PAGE.flowing())
                .contains(
                        "rule set %s (%d lines of %d rules)".formatted(RULES.name(), lines, families),
                        "%d of the %d lines name at least one document, and %d name none"
                                .formatted(documented, lines, lines - documented),
                        "Of the %d lines that rest on a given document, %d cite the case of one child (Chris), %d cite"
                                        .formatted(count(given), chris, statistics)
                                + " the Children's Commissioner's statistics, and %d cite other parts"
                                        .formatted(count(given) - chris - statistics),
                        "%d lines set one, and the source of %d of these does not say that it is ours"
                                .formatted(
                                        count(clock), count(clock.and(rule -> !SourceKind.POLICY_CHOICE.backs(rule)))),
                        "one of %d published items".formatted(citations().size()));
    }

    private static boolean namesADocument(Rule rule) {
        return SourceKind.GIVEN.backs(rule) || SourceKind.PUBLISHED.backs(rule);
    }

    private static boolean setsAClock(Rule rule) {
        return !rule.conclusions().pathways().isEmpty()
                || rule.conclusions().actions().stream().anyMatch(action -> action.urgency() != null);
    }

    @Test
    void theFiguresThatAreOursAndDoNotSaySoAreThoseOfLinesThatDoNotSaySo() {
        String hidden = PAGE.between("**What it hides.**", "Treat them as policy choices");

        assertThat(found(RULE_ID, hidden))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(rules(rule -> rule.id().equals(id)))
                        .singleElement()
                        .matches(rule -> !SourceKind.POLICY_CHOICE.backs(rule)));
    }

    @Test
    void theSentencesAboutUnknownHold() {
        List<Rule> unclear = rules(reads(AnsweredCondition.Kind.UNCLEAR));
        long ofGangs = unclear.stream()
                .filter(rule -> rule.conditions().stream()
                        .anyMatch(one -> one instanceof AnsweredCondition answered
                                && answered.factor().equals("gang-association")))
                .count();

        assertThat(PAGE.flowing())
                .contains(
                        "read by name in %d lines, %d of them about `gang-association`"
                                .formatted(unclear.size(), ofGangs),
                        "read by name in %d lines (%s)"
                                .formatted(
                                        rules(reads(AnsweredCondition.Kind.UNKNOWN))
                                                .size(),
                                        ids(rules(reads(AnsweredCondition.Kind.UNKNOWN)))),
                        "unsettled core questions of %d"
                                .formatted(RULES.catalogue().group("core").size()),
                        "%d factors are marked as sensitive"
                                .formatted(RULES.catalogue().factors().stream()
                                        .filter(Factor::raiseOnly)
                                        .count()));
        List<Rule> notYes = rules(reads(AnsweredCondition.Kind.NOT_YES));
        String row = PAGE.between("| not asked |", "\n");
        assertThat(row).contains("but for " + notYes.size() + " lines");
        assertThat(found(RULE_ID, row))
                .containsExactlyInAnyOrderElementsOf(
                        notYes.stream().map(Rule::id).toList());
    }

    private static Predicate<Rule> reads(AnsweredCondition.Kind kind) {
        return rule -> rule.conditions().stream()
                .anyMatch(one -> one instanceof AnsweredCondition answered && answered.kind() == kind);
    }

    private static String ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
    }

    @Test
    void everyPublishedItemThatALineCitesIsListedWithTheRulesThatCiteIt() {
        Map<String, Set<String>> listed = new TreeMap<>();
        Map<String, Set<String>> cited = new TreeMap<>();
        Map<Integer, Set<String>> citations = citations();
        Set<Integer> seen = new TreeSet<>();
        PAGE.rows("mark", "published document").forEach((marks, cells) -> {
            Set<Integer> items = SourceKind.published(marks);
            seen.addAll(items);
            listed.put(marks, new TreeSet<>(List.of(cells.get(1).split(", "))));
            cited.put(
                    marks,
                    items.stream()
                            .flatMap(item -> citations.getOrDefault(item, Set.of()).stream())
                            .collect(Collectors.toCollection(TreeSet::new)));
        });

        assertThat(listed).isEqualTo(cited);
        assertThat(seen).isEqualTo(citations.keySet());
    }

    /** For every published item, the rules that cite it. */
    private static Map<Integer, Set<String>> citations() {
        Map<Integer, Set<String>> citations = new TreeMap<>();
        RULES.rules()
                .forEach(rule -> SourceKind.published(rule.source())
                        .forEach(item -> citations
                                .computeIfAbsent(item, none -> new TreeSet<>())
                                .add(rule.family())));
        return citations;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
