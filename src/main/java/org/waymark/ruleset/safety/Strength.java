package org.waymark.ruleset.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.Verdict;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/**
 * How strong a result is, as a set of bits: for each pathway every urgency and every level that it reaches or passes, the
 * urgency of the whole, with and without what only asks to clarify, and whether there is a referral to the National
 * Referral Mechanism.
 *
 * <p>A verdict takes each result by its maximum, never by a sum (MA-20), so that what several rules give together is
 * the union of their bits, and one result is at least another exactly where it has all of its bits.
 */
final class Strength {

    private static final int URGENCIES = Urgency.values().length;
    private static final int PATHWAYS = Pathway.values().length;

    private final Manifest manifest;
    private final int stride;
    private final int whole;
    private final int clarifying;
    private final long referral;
    private final long unspecified;
    private final long unspecifiedClarifying;

    Strength(Manifest manifest) {
        this.manifest = manifest;
        this.stride = URGENCIES + manifest.levels().size();
        this.whole = PATHWAYS * stride;
        this.clarifying = whole + URGENCIES;
        int flags = clarifying + URGENCIES;
        if (flags + 3 > Long.SIZE) {
            throw new IllegalArgumentException(
                    "the manifest names " + manifest.levels().size() + " levels; the safety search can tell 6 apart");
        }
        this.referral = 1L << flags;
        // What an action without a clock of its own, from a rule without a pathway, adds. Never part of a result.
        this.unspecified = referral << 1;
        this.unspecifiedClarifying = referral << 2;
    }

    private static long thermometer(int from, int reached) {
        return ((1L << reached) - 1) << from;
    }

    private static long urgency(int from, Urgency urgency) {
        return thermometer(from, URGENCIES - urgency.ordinal());
    }

    private static Optional<Urgency> urgency(long bits, int from) {
        int reached = Long.bitCount((bits >>> from) & thermometer(0, URGENCIES));
        return reached == 0 ? Optional.empty() : Optional.of(Urgency.values()[URGENCIES - reached]);
    }

    private long pathway(Pathway pathway, Urgency urgency, @Nullable String level) {
        int from = pathway.ordinal() * stride;
        long bits = urgency(from, urgency);
        return level == null ? bits : bits | thermometer(from + URGENCIES, manifest.rank(level) + 1);
    }

    /** What a rule that gives this adds to a result. */
    long of(Conclusions given) {
        long bits = 0;
        for (PathwayAdvice advice : given.pathways()) {
            bits |= pathway(advice.pathway(), advice.urgency(), advice.level());
        }
        for (ActionAdvice advice : given.actions()) {
            Optional<Urgency> own = Optional.ofNullable(advice.urgency()).or(given::pathwayUrgency);
            boolean clarify = advice.action() == Action.CLARIFY;
            bits |= own.isPresent()
                    ? urgency(clarify ? clarifying : whole, own.get())
                    : clarify ? unspecifiedClarifying : unspecified;
            bits |= advice.action() == Action.NRM_REFERRAL ? referral : 0;
        }
        return bits;
    }

    /** What a rule that gives this, and nothing beside it, comes to: the urgency of the whole is that of its pathways too. */
    long alone(Conclusions given) {
        return of(given) | given.pathwayUrgency().map(this::both).orElse(0L);
    }

    /** What a verdict comes to. */
    long of(Verdict verdict) {
        return of(verdict, verdict.pathways().keySet());
    }

    /** What a verdict comes to without its enforcement. */
    long withoutEnforcement(Verdict verdict) {
        return of(
                verdict,
                verdict.pathways().keySet().stream()
                        .filter(pathway -> pathway != Pathway.ENFORCEMENT)
                        .toList());
    }

    private long of(Verdict verdict, Iterable<Pathway> pathways) {
        long bits = verdict.actions().containsKey(Action.NRM_REFERRAL) ? referral : 0;
        List<Long> wholes = new ArrayList<>();
        for (Pathway pathway : pathways) {
            Verdict.Path path = verdict.pathways().get(pathway);
            if (path != null) {
                bits |= pathway(pathway, path.urgency(), path.level());
                wholes.add(both(path.urgency()));
            }
        }
        verdict.actions()
                .forEach((action, act) -> wholes.add(
                        action == Action.CLARIFY ? urgency(clarifying, act.urgency()) : both(act.urgency())));
        return wholes.stream().reduce(bits, (one, other) -> one | other);
    }

    private long both(Urgency urgency) {
        return urgency(whole, urgency) | urgency(clarifying, urgency);
    }

    /** Conclusions that come to the same as those of which these are the bits. One of them may stand for many rules. */
    List<Conclusions> conclusions(long bits) {
        List<PathwayAdvice> pathways = new ArrayList<>();
        for (Pathway pathway : Pathway.values()) {
            urgency(bits, pathway.ordinal() * stride)
                    .ifPresent(urgency -> pathways.add(new PathwayAdvice(pathway, level(bits, pathway), urgency)));
        }
        List<ActionAdvice> actions = new ArrayList<>();
        urgency(bits, whole).ifPresent(urgency -> actions.add(new ActionAdvice(Action.RECHECK, urgency)));
        urgency(bits, clarifying).ifPresent(urgency -> actions.add(new ActionAdvice(Action.CLARIFY, urgency)));
        if ((bits & referral) != 0) {
            // Any action makes the whole at least as urgent as planned, so this clock adds nothing of its own.
            actions.add(new ActionAdvice(Action.NRM_REFERRAL, Urgency.PLANNED));
        }
        List<Conclusions> all = new ArrayList<>();
        if (!pathways.isEmpty() || !actions.isEmpty()) {
            all.add(new Conclusions(pathways, List.of(), actions, List.of(), List.of()));
        }
        if ((bits & unspecified) != 0) {
            all.add(action(Action.RECHECK));
        }
        if ((bits & unspecifiedClarifying) != 0) {
            all.add(action(Action.CLARIFY));
        }
        return all;
    }

    private static Conclusions action(Action action) {
        List<ActionAdvice> one = List.of(new ActionAdvice(action, null));
        return new Conclusions(List.of(), List.of(), one, List.of(), List.of());
    }

    /** The highest level of a pathway, if it has one. */
    @Nullable
    String level(long bits, Pathway pathway) {
        int levels = manifest.levels().size();
        int reached = Long.bitCount((bits >>> (pathway.ordinal() * stride + URGENCIES)) & thermometer(0, levels));
        return reached == 0 ? null : manifest.levels().get(reached - 1);
    }

    boolean has(long result, Pathway pathway) {
        return urgency(result, pathway.ordinal() * stride).isPresent();
    }

    boolean hasReferral(long result) {
        return (result & referral) != 0;
    }

    boolean isUniversal(long result) {
        return (result & thermometer(0, whole)) == 0;
    }

    boolean isOnlyEnforcement(long result) {
        long pathways = result & thermometer(0, whole);
        return pathways != 0 && (pathways & ~all(Pathway.ENFORCEMENT)) == 0;
    }

    private long all(Pathway pathway) {
        return thermometer(pathway.ordinal() * stride, stride);
    }

    /**
     * What a result has lost: a pathway, some of its urgency or level, or some of the urgency of the whole. Early help
     * that gives way to safeguarding is no loss, so long as the whole is as urgent.
     *
     * @param settled whether a question that was open has been settled: then it is no loss that nobody asks it any more
     */
    long lost(long before, long after, boolean settled) {
        long gone = before & ~after & ~referral;
        if (gone == 0) {
            return 0;
        }
        long leftOut = (has(after, Pathway.SAFEGUARDING) ? all(Pathway.EARLY_HELP) : 0)
                | (settled ? thermometer(clarifying, URGENCIES) : 0);
        return gone & ~leftOut;
    }

    /** The first pathway that lost something, or nothing where only the whole is slower. */
    Optional<Pathway> firstLost(long lost) {
        for (Pathway pathway : Pathway.values()) {
            if ((lost & all(pathway)) != 0) {
                return Optional.of(pathway);
            }
        }
        return Optional.empty();
    }
}
