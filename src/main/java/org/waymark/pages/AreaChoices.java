package org.waymark.pages;

import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.ruleset.RuleSetInForce;

/** The areas that somebody can choose from in a form: their own. */
@Component
public final class AreaChoices {

    private final RuleSetInForce inForce;

    AreaChoices(RuleSetInForce inForce) {
        this.inForce = inForce;
    }

    /** In their order; whoever has all areas chooses from those that the rules in force name. */
    public List<String> of(Caller caller) {
        TreeSet<String> areas = new TreeSet<>(caller.areas().named());
        if (caller.areas().all()) {
            inForce.current()
                    .ifPresent(ready -> areas.addAll(ready.ruleSet().catalogue().areas()));
        }
        return List.copyOf(areas);
    }
}
