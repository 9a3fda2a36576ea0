package org.waymark.ruleset;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.assessment.Agency;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Rule;

/** Every word that the printer of rules may give to Drools: whatever else is in its text came from a rule file. */
final class PrintedWords {

    private static final Pattern WORD = Pattern.compile("\"([^\"\n]*)\"|[A-Za-z_$][A-Za-z0-9_.$]*|[^\\sA-Za-z0-9_\"]");

    private static final Set<String> KNOWN = Set.of(
            "rule",
            "ruleflow-group",
            "when",
            "then",
            "end",
            "not",
            "refer.since",
            ".to",
            ".withService",
            ".withAction",
            ".blocking",
            ".flagging",
            "factor",
            "withinDays",
            "times",
            "value",
            "group",
            "factors",
            "domains",
            "age",
            "months",
            "daysTo18",
            "pathway",
            "level",
            "urgency",
            "referredBy",
            "attribute",
            "Yes",
            "No",
            "Unknown",
            "Unclear",
            "NotYes",
            "Happened",
            "Offence",
            "Measured",
            "Several",
            "Unsettled",
            "YoungPerson",
            "Recommended",
            "Contact",
            "Area",
            "to",
            "withService",
            "withAction",
            "blocking",
            "flagging",
            "ruleflow",
            "E");

    private static final Set<String> CONSTANTS = Stream.<Class<? extends Enum<?>>>of(
                    Pathway.class, Urgency.class, Service.class, Action.class, Block.class, Flag.class, Agency.class)
            .flatMap(type -> Stream.of(type.getEnumConstants()).map(one -> type.getSimpleName() + "." + one.name()))
            .collect(Collectors.toSet());

    private PrintedWords() {}

    /** Words of the printed rules that are neither the printer's own, nor a constant, nor a code in quotes. */
    static Set<String> strange(String drl, List<Rule> rules) {
        String body = drl.substring(drl.indexOf("\nrule "));
        Matcher words = WORD.matcher(body);
        Set<String> strange = new TreeSet<>();
        while (words.find()) {
            String word = words.group();
            boolean known = words.group(1) != null
                    ? words.group(1).matches("[A-Z]{2}-[0-9]{2,3}[a-z]?|[a-z0-9-]+|early_help|[a-z]+")
                    : KNOWN.contains(word)
                            || CONSTANTS.contains(word)
                            || word.matches("\\$f[0-9]")
                            || "():,;.<>=-".contains(word);
            if (!known) {
                strange.add(word);
            }
        }
        return strange;
    }
}
