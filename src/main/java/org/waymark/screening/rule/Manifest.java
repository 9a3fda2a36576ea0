package org.waymark.screening.rule;

import java.util.List;
import java.util.Map;
import org.waymark.screening.pathway.Pathway;

/**
 * What a rule set says of itself.
 *
 * @param name the version's name, such as {@code 2026.1}
 * @param levels names of the levels that a pathway may have, slowest first
 * @param pathwayNames how a report names each pathway
 * @param legalBases on what each pathway stands in law
 */
public record Manifest(
        String name, List<String> levels, Map<Pathway, String> pathwayNames, Map<Pathway, String> legalBases) {

    public Manifest {
        levels = List.copyOf(levels);
        pathwayNames = Map.copyOf(pathwayNames);
        legalBases = Map.copyOf(legalBases);
    }

    /** The level that is at least asked for where a rule names none. */
    public String lowestLevel() {
        return levels.get(0);
    }

    /** How high a level is, from 0 for the slowest. */
    public int rank(String level) {
        int rank = levels.indexOf(level);
        if (rank < 0) {
            throw new IllegalArgumentException("no level `" + level + "`, allowed are " + levels);
        }
        return rank;
    }
}
