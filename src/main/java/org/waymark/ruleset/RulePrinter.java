package org.waymark.ruleset;

import java.util.List;
import java.util.Locale;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Condition;
import org.waymark.screening.rule.Rule;
import org.waymark.screening.rule.Stage;

/**
 * Prints checked rules as the DRL that Drools compiles. Nothing that a policy author wrote as free text comes here: a
 * rule's name is its id, titles, statements and sources stay behind, and every other word is a constant or a checked
 * code.
 */
final class RulePrinter {

    static final String PACKAGE = "org.waymark.generated";

    private static final String HEADER = """
            package %s;
            import org.waymark.assessment.Agency;
            import org.waymark.screening.fact.*;
            import org.waymark.screening.pathway.*;
            global org.waymark.screening.rule.Refer refer;
            """;

    private RulePrinter() {}

    static String print(List<Rule> rules) {
        StringBuilder text = new StringBuilder(HEADER.formatted(PACKAGE));
        rules.forEach(rule -> print(rule, text));
        return text.toString();
    }

    /** The agenda group in which the rules of a stage wait for their turn. */
    static String group(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static void print(Rule rule, StringBuilder text) {
        text.append("\nrule \"").append(rule.id()).append("\"\n");
        text.append("    ruleflow-group \"").append(group(rule.stage())).append("\"\n");
        text.append("when\n");
        StringBuilder matched = new StringBuilder("\"").append(rule.id()).append("\"");
        int number = 0;
        for (Condition condition : rule.conditions()) {
            if (condition.negated()) {
                text.append("    not ").append(Wording.of(condition)).append('\n');
            } else {
                String name = "$f" + ++number;
                text.append("    ")
                        .append(name)
                        .append(" : ")
                        .append(Wording.of(condition))
                        .append('\n');
                matched.append(", ").append(name);
            }
        }
        text.append("then\n    refer.since(").append(matched).append(")");
        print(rule.conclusions(), text);
        text.append(";\nend\n");
    }

    private static void print(Conclusions conclusions, StringBuilder text) {
        conclusions.pathways().forEach(advice -> {
            String level = advice.level() == null ? "" : "\"" + advice.level() + "\", ";
            text.append(".to(Pathway.%s, %sUrgency.%s)".formatted(advice.pathway(), level, advice.urgency()));
        });
        conclusions.services().forEach(service -> text.append(".withService(Service.%s)".formatted(service)));
        conclusions.actions().forEach(advice -> {
            String urgency = advice.urgency() == null ? "" : ", Urgency." + advice.urgency();
            text.append(".withAction(Action.%s%s)".formatted(advice.action(), urgency));
        });
        conclusions.blocks().forEach(block -> text.append(".blocking(Block.%s)".formatted(block)));
        conclusions.flags().forEach(flag -> text.append(".flagging(Flag.%s)".formatted(flag)));
    }
}
