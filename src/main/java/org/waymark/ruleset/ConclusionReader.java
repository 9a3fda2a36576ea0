package org.waymark.ruleset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/** Reads the right-hand side of a rule, word by word, against the few verbs that there are. */
final class ConclusionReader {

    private static final List<String> VERBS =
            List.of("to", "andTo", "withService", "withAction", "blocking", "flagging");

    private final Manifest manifest;
    private final Faults faults;

    private final List<PathwayAdvice> pathways = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<ActionAdvice> actions = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    ConclusionReader(Manifest manifest, Faults faults) {
        this.manifest = manifest;
        this.faults = faults;
    }

    Conclusions read(List<RawRule.Call> calls) {
        calls.forEach(this::read);
        return new Conclusions(pathways, services, actions, blocks, flags);
    }

    private void read(RawRule.Call call) {
        switch (call.verb().text()) {
            case "to", "andTo" -> pathway(call);
            case "withService" -> all(call, Service.class, services);
            case "withAction" -> action(call);
            case "blocking" -> all(call, Block.class, blocks);
            case "flagging" -> all(call, Flag.class, flags);
            default ->
                faults.add(
                        call.verb().place(),
                        "`refer` cannot " + call.verb().shown(),
                        Spelling.fix(call.verb().text(), VERBS));
        }
    }

    private void pathway(RawRule.Call call) {
        List<Token> arguments = call.arguments();
        if (arguments.size() < 2 || arguments.size() > 3) {
            wrongCount(call, "a pathway and an urgency, for MACE with a level between: `to(MACE, HIGH, SAME_DAY)`");
            return;
        }
        Pathway pathway = Constants.read(arguments.get(0), Pathway.class, faults);
        Urgency urgency = Constants.read(arguments.get(arguments.size() - 1), Urgency.class, faults);
        String level = arguments.size() == 3 ? Levels.read(arguments.get(1), manifest, faults) : null;
        if (pathway != null && (pathway == Pathway.MACE) != (arguments.size() == 3)) {
            faults.add(
                    arguments.get(0).place(),
                    pathway == Pathway.MACE ? "`MACE` needs a level" : "`" + pathway + "` has no level",
                    pathway == Pathway.MACE ? Spelling.fix("", Levels.names(manifest)) : "take the level out");
        }
        if (pathway != null && urgency != null) {
            pathways.add(new PathwayAdvice(pathway, level, urgency));
        }
    }

    private void action(RawRule.Call call) {
        List<Token> arguments = call.arguments();
        if (arguments.isEmpty() || arguments.size() > 2) {
            wrongCount(call, "one action, and an urgency where it has its own");
            return;
        }
        Action action = Constants.read(arguments.get(0), Action.class, faults);
        @Nullable
        Urgency urgency = arguments.size() == 2 ? Constants.read(arguments.get(1), Urgency.class, faults) : null;
        if (action != null) {
            actions.add(new ActionAdvice(action, urgency));
        }
    }

    private <T extends Enum<T> & Coded> void all(RawRule.Call call, Class<T> type, List<T> into) {
        if (call.arguments().isEmpty()) {
            wrongCount(call, "at least one");
        }
        for (Token argument : call.arguments()) {
            T constant = Constants.read(argument, type, faults);
            if (constant != null) {
                into.add(constant);
            }
        }
    }

    private void wrongCount(RawRule.Call call, String wanted) {
        faults.add(
                call.verb().place(),
                "`" + call.verb().text() + "` has " + call.arguments().size() + " arguments",
                "it takes " + wanted);
    }
}
