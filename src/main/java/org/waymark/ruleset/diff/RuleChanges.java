package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.Wording;
import org.waymark.ruleset.words.InWords;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;

/** Lines of rules that were added, removed or changed. A line is the same one by its id, in whatever file it stands. */
final class RuleChanges {

    private final CheckedRules before;
    private final CheckedRules after;
    private final InWords wordsBefore;
    private final InWords wordsAfter;
    private final FigureChanges figures;
    private final ConclusionChanges conclusions;

    RuleChanges(CheckedRules before, CheckedRules after) {
        this.before = before;
        this.after = after;
        this.wordsBefore = new InWords(before);
        this.wordsAfter = new InWords(after);
        this.figures = new FigureChanges(before, after);
        this.conclusions = new ConclusionChanges(wordsAfter, before.manifest(), after.manifest());
    }

    List<Entry> entries() {
        return Keyed.compare(
                byId(before),
                byId(after),
                (id, rule) -> List.of(entry(rule, ChangeKind.ADDED, List.of(added(rule)))),
                (id, rule) -> List.of(entry(rule, ChangeKind.REMOVED, List.of(removed(rule)))),
                (id, was, is) -> changed(was, is));
    }

    private static Map<String, Rule> byId(CheckedRules rules) {
        Map<String, Rule> byId = new TreeMap<>();
        rules.rules().forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    private static Entry entry(Rule rule, ChangeKind kind, List<Detail> details) {
        return new Entry(Subject.RULE, rule.id(), kind, rule.title(), List.of(), details);
    }

    private Detail added(Rule rule) {
        String sentence = wordsAfter.sentence(rule).text();
        return Detail.added("rule", sentence, sentence, null);
    }

    private Detail removed(Rule rule) {
        String sentence = wordsBefore.sentence(rule).text();
        return Detail.removed("rule", sentence, sentence, Direction.GIVES_LESS);
    }

    private List<Entry> changed(Rule was, Rule is) {
        List<Detail> details = Detail.all(
                conditions(was, is),
                conclusions.of(was.conclusions(), is.conclusions()),
                Detail.ifOther("", "stage", stage(was.stage()), stage(is.stage())),
                Detail.ifOtherText("title", was.title(), is.title()),
                Detail.ifOtherText("statement", was.statement(), is.statement()),
                Detail.ifOtherText("source", was.source(), is.source()));
        return details.isEmpty() ? List.of() : List.of(entry(is, ChangeKind.CHANGED, details));
    }

    private static String stage(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<Detail> conditions(Rule was, Rule is) {
        ConditionPairs pairs = new ConditionPairs(was.conditions(), is.conditions());
        List<Detail> details = new ArrayList<>();
        pairs.changed().forEach(pair -> details.addAll(figures.of(pair.before(), pair.after())));
        pairs.added()
                .forEach(condition -> details.add(Detail.added(
                        "condition",
                        Wording.inRuleFile(condition),
                        "now also asks that " + clause(wordsAfter, condition),
                        Direction.FEWER_CASES)));
        pairs.removed()
                .forEach(condition -> details.add(Detail.removed(
                        "condition",
                        Wording.inRuleFile(condition),
                        "no longer asks that " + clause(wordsBefore, condition),
                        Direction.MORE_CASES)));
        return details;
    }

    private static String clause(InWords words, Condition condition) {
        return words.condition(condition).text();
    }
}
