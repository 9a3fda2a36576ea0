package org.waymark.screening.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/**
 * What the right-hand side of a rule speaks to: {@code refer.to(SAFEGUARDING, SAME_DAY)}. Collects what fired in one
 * screening. Belongs to one thread.
 */
public final class Refer {

    private final Map<String, Rule> rules;
    private List<Firing> firings = new ArrayList<>();

    public Refer(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** Opens what one rule gives, with the facts that it matched. */
    public Giving since(String rule, Fact... facts) {
        Rule fired = rules.get(rule);
        if (fired == null) {
            throw new IllegalArgumentException("no rule `" + rule + "` in this rule set");
        }
        Giving giving = new Giving(fired, List.of(facts));
        firings.add(giving.firing);
        return giving;
    }

    /** What has fired since this was last asked. */
    public List<Firing> take() {
        List<Firing> taken = firings;
        firings = new ArrayList<>();
        return taken;
    }

    /** What one rule gives, as its right-hand side says it, word by word. */
    public static final class Giving {

        private final Firing firing;

        private Giving(Rule rule, List<Fact> facts) {
            this.firing = new Firing(rule, facts);
        }

        public Giving to(Pathway pathway, Urgency urgency) {
            firing.add(new Conclusions.PathwayAdvice(pathway, null, urgency));
            return this;
        }

        public Giving to(Pathway pathway, String level, Urgency urgency) {
            firing.add(new Conclusions.PathwayAdvice(pathway, level, urgency));
            return this;
        }

        public Giving withService(Service service) {
            firing.add(service);
            return this;
        }

        public Giving withAction(Action action) {
            firing.add(new Conclusions.ActionAdvice(action, null));
            return this;
        }

        public Giving withAction(Action action, Urgency urgency) {
            firing.add(new Conclusions.ActionAdvice(action, urgency));
            return this;
        }

        public Giving blocking(Block block) {
            firing.add(block);
            return this;
        }

        public Giving flagging(Flag flag) {
            firing.add(flag);
            return this;
        }
    }
}
