package org.waymark.ruleset.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.ruleset.words.Clocks;
import org.waymark.ruleset.words.Given;
import org.waymark.ruleset.words.InWords;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/** What a line gives now and did not, or gave and does not, and which clocks and levels changed. */
final class ConclusionChanges {

    private static final String OWN_CLOCK = "that of the pathway";

    private final InWords words;
    private final Manifest before;
    private final Manifest after;

    ConclusionChanges(InWords words, Manifest before, Manifest after) {
        this.words = words;
        this.before = before;
        this.after = after;
    }

    List<Detail> of(Conclusions was, Conclusions is) {
        return Detail.all(
                Keyed.compare(
                        byCode(was.pathways(), PathwayAdvice::pathway),
                        byCode(is.pathways(), PathwayAdvice::pathway),
                        (code, advice) -> gives("pathway", code, of(advice)),
                        (code, advice) -> gaveUp("pathway", code, of(advice)),
                        (code, old, now) -> pathway(old, now)),
                Keyed.compare(
                        byCode(was.actions(), ActionAdvice::action),
                        byCode(is.actions(), ActionAdvice::action),
                        (code, advice) -> gives("action", code, of(advice)),
                        (code, advice) -> gaveUp("action", code, of(advice)),
                        (code, old, now) -> clock(Given.action(now.action()), old.urgency(), now.urgency())),
                codes("service", was.services(), is.services(), ConclusionChanges::ofService),
                codes("block", was.blocks(), is.blocks(), ConclusionChanges::ofBlock),
                codes("flag", was.flags(), is.flags(), ConclusionChanges::ofFlag));
    }

    private <C extends Coded> List<Detail> codes(
            String what, Collection<C> was, Collection<C> is, Function<C, Conclusions> alone) {
        return Keyed.compare(
                byCode(was, code -> code),
                byCode(is, code -> code),
                (code, given) -> gives(what, code, alone.apply(given)),
                (code, given) -> gaveUp(what, code, alone.apply(given)),
                (code, old, now) -> List.of());
    }

    private static <V> Map<String, V> byCode(Collection<V> given, Function<V, Coded> named) {
        Map<String, V> byCode = new LinkedHashMap<>();
        given.forEach(one -> byCode.put(named.apply(one).code(), one));
        return byCode;
    }

    private List<Detail> gives(String what, String code, Conclusions alone) {
        return List.of(Detail.added(what, code, "now also gives: " + text(alone), Direction.GIVES_MORE));
    }

    private List<Detail> gaveUp(String what, String code, Conclusions alone) {
        return List.of(Detail.removed(what, code, "no longer gives: " + text(alone), Direction.GIVES_LESS));
    }

    private String text(Conclusions alone) {
        return words.conclusions(alone).text();
    }

    private List<Detail> pathway(PathwayAdvice old, PathwayAdvice now) {
        String of = words.names().pathway(now.pathway());
        List<Detail> details = new ArrayList<>(clock(of, old.urgency(), now.urgency()));
        if (!Objects.equals(old.level(), now.level())) {
            details.add(Detail.became(of, "level", level(old), level(now), side(old.level(), now.level())));
        }
        return details;
    }

    private static String level(PathwayAdvice advice) {
        return Objects.requireNonNullElse(advice.level(), "none");
    }

    private @Nullable Direction side(@Nullable String old, @Nullable String now) {
        Integer rise = old == null || now == null ? null : Levels.rise(before, after, old, now);
        return rise == null ? null : rise > 0 ? Direction.HIGHER : Direction.LOWER;
    }

    private static List<Detail> clock(String of, @Nullable Urgency old, @Nullable Urgency now) {
        if (old == now) {
            return List.of();
        }
        Direction side =
                old == null || now == null ? null : now.compareTo(old) < 0 ? Direction.SOONER : Direction.LATER;
        return List.of(Detail.became(of, "clock", clock(old), clock(now), side));
    }

    private static String clock(@Nullable Urgency urgency) {
        return urgency == null ? OWN_CLOCK : Clocks.within(urgency);
    }

    private static Conclusions of(PathwayAdvice advice) {
        return new Conclusions(List.of(advice), List.of(), List.of(), List.of(), List.of());
    }

    private static Conclusions of(ActionAdvice advice) {
        return new Conclusions(List.of(), List.of(), List.of(advice), List.of(), List.of());
    }

    private static Conclusions ofService(Service service) {
        return new Conclusions(List.of(), List.of(service), List.of(), List.of(), List.of());
    }

    private static Conclusions ofBlock(Block block) {
        return new Conclusions(List.of(), List.of(), List.of(), List.of(block), List.of());
    }

    private static Conclusions ofFlag(Flag flag) {
        return new Conclusions(List.of(), List.of(), List.of(), List.of(), List.of(flag));
    }
}
