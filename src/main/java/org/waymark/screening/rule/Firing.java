package org.waymark.screening.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.fact.Fact;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/** One rule that fired, the facts that it matched, and what it gave. */
public final class Firing {

    private final Rule rule;
    private final List<Fact> facts;
    private final List<Conclusions.PathwayAdvice> pathways = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Conclusions.ActionAdvice> actions = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    /** What it gave, once somebody asked; gone again where more is added. */
    private @Nullable Conclusions given;

    Firing(Rule rule, List<Fact> facts) {
        this.rule = rule;
        this.facts = List.copyOf(facts);
    }

    /** A firing that gives all that its rule says, for the guards that stand above every rule set. */
    public static Firing of(Rule rule, List<Fact> facts) {
        Firing firing = new Firing(rule, facts);
        firing.pathways.addAll(rule.conclusions().pathways());
        firing.services.addAll(rule.conclusions().services());
        firing.actions.addAll(rule.conclusions().actions());
        firing.blocks.addAll(rule.conclusions().blocks());
        firing.flags.addAll(rule.conclusions().flags());
        return firing;
    }

    void add(Conclusions.PathwayAdvice advice) {
        pathways.add(advice);
        given = null;
    }

    void add(Service service) {
        services.add(service);
        given = null;
    }

    void add(Conclusions.ActionAdvice advice) {
        actions.add(advice);
        given = null;
    }

    void add(Block block) {
        blocks.add(block);
        given = null;
    }

    void add(Flag flag) {
        flags.add(flag);
        given = null;
    }

    public Rule rule() {
        return rule;
    }

    /** The facts that the rule matched, in the order of its conditions. */
    public List<Fact> facts() {
        return facts;
    }

    /** What it gave. Where a fact rests on a date that nobody gave, nothing is faster than one working day. */
    public Conclusions conclusions() {
        Conclusions known = given;
        if (known == null) {
            Conclusions all = new Conclusions(pathways, services, actions, blocks, flags);
            known = facts.stream().anyMatch(Fact::assumed) ? all.noFasterThan(Urgency.ONE_WORKING_DAY) : all;
            given = known;
        }
        return known;
    }
}
