package org.waymark.casework.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Coded;
import org.waymark.screening.outcome.Outcome;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;
import tools.jackson.databind.JsonNode;

/**
 * Where a young person is referred, and how soon: what was recommended, or what a person decided.
 *
 * @param primary code of the pathway that leads, or {@code universal} where there is none
 * @param urgency the most urgent of its pathways and actions, null where there are none
 * @param respondBy by when, null where there is no urgency
 * @param pathways the one that leads first
 */
public record Result(
        String primary, @Nullable Urgency urgency, @Nullable Instant respondBy, List<Path> pathways) {

    public Result {
        pathways = List.copyOf(pathways);
    }

    /** The result of these pathways, in whatever order they come. */
    public static Result of(List<Path> pathways, @Nullable Urgency urgency, @Nullable Instant respondBy) {
        List<Path> inOrder =
                pathways.stream().sorted(Comparator.comparing(Path::pathway)).toList();
        String primary =
                inOrder.isEmpty() ? Outcome.UNIVERSAL : inOrder.get(0).pathway().code();
        return new Result(primary, urgency, respondBy, inOrder);
    }

    /** The result that a recorded outcome, or a result written here, holds. */
    public static Result read(JsonNode recorded) {
        List<Path> pathways = new ArrayList<>();
        for (JsonNode path : recorded.path("pathways")) {
            JsonNode level = path.path("level");
            pathways.add(new Path(
                    code(Pathway.class, path.path("pathway")),
                    level.isString() ? level.asString() : null,
                    code(Urgency.class, path.path("urgency")),
                    Instant.parse(path.path("respondBy").asString())));
        }
        JsonNode urgency = recorded.path("urgency");
        JsonNode respondBy = recorded.path("respondBy");
        return of(
                pathways,
                urgency.isString() ? code(Urgency.class, urgency) : null,
                respondBy.isString() ? Instant.parse(respondBy.asString()) : null);
    }

    private static <T extends Enum<T> & Coded> T code(Class<T> type, JsonNode node) {
        return Coded.of(type, node.asString())
                .orElseThrow(() -> new IllegalStateException("a recorded result holds the code `" + node + "`"));
    }

    public Optional<Path> pathway(Pathway pathway) {
        return pathways.stream().filter(path -> path.pathway() == pathway).findFirst();
    }

    public boolean has(Pathway pathway) {
        return pathway(pathway).isPresent();
    }
}
