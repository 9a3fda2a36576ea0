package org.waymark.casework.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Codes;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Fields;
import org.waymark.assessment.Quoted;
import org.waymark.assessment.Reading;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import org.waymark.screening.rule.WorkingDays;

/**
 * What somebody chooses in the place of what was recommended, and why.
 *
 * @param pathways none for universal
 * @param urgency how soon, null only where there is no pathway
 * @param reasonCode by which such choices are counted
 */
public record Choice(List<Chosen> pathways, @Nullable Urgency urgency, String reasonCode, String reason) {

    private static final List<String> FIELDS = List.of("pathways", "urgency", "reasonCode", "reason");
    private static final int MOST = 20;

    /**
     * One pathway of it.
     *
     * @param urgency null where it is that of the whole
     * @param level null where it is the recommended one
     */
    public record Chosen(
            Pathway pathway,
            @Nullable Urgency urgency,
            @Nullable String level) {}

    public Choice {
        pathways = List.copyOf(pathways);
    }

    /**
     * Reads one. Where the reason alone is faulty it is left empty, so that what is wrong with the choice itself can be
     * told at once.
     *
     * @return nothing where the choice has faults; all faults are reported
     */
    public static @Nullable Choice read(Cursor at, Levels levels) {
        Fields fields = Fields.of(at, FIELDS);
        if (fields == null) {
            return null;
        }
        Reading<Chosen> pathway = new ChosenReading(levels, EnumSet.noneOf(Pathway.class));
        List<Chosen> pathways = fields.required("pathways", pathway.upTo(MOST, "pathways"));
        boolean none = pathways != null
                && pathways.isEmpty()
                && fields.at("pathways").node().isEmpty();
        boolean said = fields.has("urgency") && !fields.at("urgency").node().isNull();
        Urgency urgency = said || !none ? fields.required("urgency", Codes.of(Urgency.class)) : null;
        String reasonCode = fields.required("reasonCode", Words::code);
        String reason = fields.required("reason", Words::reason);
        if (pathways == null || urgency == null && !none) {
            return null;
        }
        return new Choice(pathways, urgency, orNothing(reasonCode), orNothing(reason)).checked(fields);
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The whole is as urgent as the most urgent of its pathways, or more where an action asks for that. */
    private @Nullable Choice checked(Fields fields) {
        for (Chosen chosen : pathways) {
            if (Weighing.isMore(chosen.urgency(), urgency) && urgency != null && chosen.urgency() != null) {
                fields.at("urgency")
                        .fault(Quoted.of(urgency.code()) + " is slower than `"
                                + chosen.pathway().code() + "`, which is "
                                + Quoted.of(chosen.urgency().code())
                                + ": the whole is as urgent as the most urgent of its pathways");
                return null;
            }
        }
        return this;
    }

    /**
     * The result that it comes to.
     *
     * @param recommended whose levels stand where it names none
     * @param receivedAt from when every clock counts
     */
    public Result result(Result recommended, Instant receivedAt, WorkingDays workingDays) {
        List<Path> paths = new ArrayList<>();
        for (Chosen chosen : pathways) {
            Urgency soon = chosen.urgency() == null ? urgency : chosen.urgency();
            String level = chosen.level() == null
                    ? recommended.pathway(chosen.pathway()).map(Path::level).orElse(null)
                    : chosen.level();
            if (soon != null) {
                paths.add(new Path(chosen.pathway(), level, soon, workingDays.due(receivedAt, soon)));
            }
        }
        return Result.of(paths, urgency, urgency == null ? null : workingDays.due(receivedAt, urgency));
    }

    /** Reads a pathway, as its code alone or with its own urgency and level, each pathway once. */
    private record ChosenReading(Levels levels, Set<Pathway> before) implements Reading<Chosen> {

        @Override
        public @Nullable Chosen read(Cursor at) {
            Chosen chosen = at.node().isObject() ? whole(at) : plain(at);
            if (chosen != null && !before.add(chosen.pathway())) {
                at.fault(Quoted.of(chosen.pathway().code()) + " is there twice");
                return null;
            }
            return chosen;
        }

        private static @Nullable Chosen plain(Cursor at) {
            Pathway pathway = Codes.of(Pathway.class).read(at);
            return pathway == null ? null : new Chosen(pathway, null, null);
        }

        private @Nullable Chosen whole(Cursor at) {
            Fields fields = Fields.of(at, List.of("pathway", "urgency", "level"));
            if (fields == null) {
                return null;
            }
            Pathway pathway = fields.required("pathway", Codes.of(Pathway.class));
            Urgency urgency = fields.optional("urgency", Codes.of(Urgency.class));
            String level = fields.optional("level", Codes.oneOf(levels.names()));
            return pathway == null ? null : new Chosen(pathway, urgency, level);
        }
    }
}
