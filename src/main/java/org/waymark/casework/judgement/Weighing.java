package org.waymark.casework.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/**
 * Holds what a person decided against what was recommended.
 *
 * @param recommended what was recorded
 * @param enforcementBlocked whether the decision says that there may be no enforcement until a manager has looked
 * @param levels how high levels are
 */
public record Weighing(Result recommended, boolean enforcementBlocked, Levels levels) {

    /**
     * Every way in which the chosen result protects less than what was recommended, in words; none where it is the same
     * or more. One is enough to make an override a downward one, whatever else it adds.
     */
    public List<String> lowers(Result chosen) {
        List<String> lower = new ArrayList<>();
        for (Path was : recommended.pathways()) {
            chosen.pathway(was.pathway())
                    .ifPresentOrElse(
                            is -> lower.addAll(lowered(was, is)),
                            () -> lost(was, chosen).ifPresent(lower::add));
        }
        Urgency urgency = recommended.urgency();
        if (urgency != null && isMore(urgency, chosen.urgency())) {
            Urgency now = chosen.urgency();
            lower.add("the whole is slower: `" + urgency.code() + "` was recommended, "
                    + (now == null ? "no urgency is left" : "`" + now.code() + "` is chosen"));
        }
        addedEnforcement(chosen).ifPresent(lower::add);
        return lower;
    }

    private List<String> lowered(Path was, Path is) {
        List<String> lower = new ArrayList<>();
        if (isMore(was.urgency(), is.urgency())) {
            lower.add("`" + was.pathway().code() + "` is slower: `"
                    + was.urgency().code() + "` was recommended, `"
                    + is.urgency().code() + "` is chosen");
        }
        if (levels.rank(was.level()) > levels.rank(is.level())) {
            lower.add("`" + was.pathway().code() + "` is at a lower level: `" + was.level() + "` was recommended, "
                    + (is.level() == null ? "no level" : "`" + is.level() + "`") + " is chosen");
        }
        return lower;
    }

    /** To be spared enforcement is no loss, and early help gives way to a statutory pathway that is new, or sooner. */
    private Optional<String> lost(Path was, Result chosen) {
        boolean loss = Pathway.WELFARE.contains(was.pathway()) && !givesWay(was.pathway(), chosen);
        return loss ? Optional.of("`" + was.pathway().code() + "` is lost") : Optional.empty();
    }

    private boolean givesWay(Pathway pathway, Result chosen) {
        Optional<Path> has = chosen.pathway(Pathway.SAFEGUARDING);
        Optional<Path> had = recommended.pathway(Pathway.SAFEGUARDING);
        return pathway == Pathway.EARLY_HELP
                && has.isPresent()
                && (had.isEmpty() || isMore(has.get().urgency(), had.get().urgency()));
    }

    private Optional<String> addedEnforcement(Result chosen) {
        if (!chosen.has(Pathway.ENFORCEMENT) || recommended.has(Pathway.ENFORCEMENT)) {
            return Optional.empty();
        }
        return Optional.of(
                enforcementBlocked
                        ? "`enforcement` is chosen, which the decision blocks"
                        : "`enforcement` is added, which was not recommended");
    }

    /**
     * What holds until a downward override is answered: of each pathway the faster urgency and the higher level, and the
     * faster of the two clocks. Enforcement that was not recommended waits for the answer.
     */
    public Result higher(Result chosen) {
        List<Path> paths = new ArrayList<>();
        for (Pathway pathway : Pathway.values()) {
            Optional<Path> was = recommended.pathway(pathway);
            Optional<Path> is =
                    chosen.pathway(pathway).filter(path -> was.isPresent() || Pathway.WELFARE.contains(path.pathway()));
            Stream.concat(was.stream(), is.stream()).reduce(this::higher).ifPresent(paths::add);
        }
        boolean chosenIsSooner = isMore(chosen.urgency(), recommended.urgency());
        Result sooner = chosenIsSooner ? chosen : recommended;
        return Result.of(paths, sooner.urgency(), sooner.respondBy());
    }

    private Path higher(Path one, Path other) {
        Path sooner = isMore(other.urgency(), one.urgency()) ? other : one;
        Instant respondBy = sooner.respondBy();
        return new Path(one.pathway(), levels.higher(one.level(), other.level()), sooner.urgency(), respondBy);
    }

    /** Whether the one is more urgent than the other; no urgency is the least. */
    static boolean isMore(@Nullable Urgency one, @Nullable Urgency other) {
        if (one == null || other == null) {
            return one != null && other == null;
        }
        return one.compareTo(other) < 0;
    }
}
