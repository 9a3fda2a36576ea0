package org.waymark.assessment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be observed, the named lists of factors that rules count, and what each area has. Immutable. */
public final class Catalogue {

    private final Map<String, Factor> factors;
    private final Map<String, Set<String>> groups;
    private final Map<String, Set<String>> areas;

    public Catalogue(Map<String, Factor> factors, Map<String, Set<String>> groups, Map<String, Set<String>> areas) {
        this.factors = new LinkedHashMap<>(factors);
        this.groups = new LinkedHashMap<>(groups);
        this.areas = new LinkedHashMap<>(areas);
    }

    /** Every factor, in the order of the catalogue. */
    public Collection<Factor> factors() {
        return java.util.Collections.unmodifiableCollection(factors.values());
    }

    /** The factor with this id, if there is one. */
    public Optional<Factor> factor(String id) {
        return Optional.ofNullable(factors.get(id));
    }

    /**
     * The factor with this id, which must exist.
     *
     * @throws IllegalArgumentException where it does not
     */
    public Factor require(String id) {
        return factor(id).orElseThrow(() -> new IllegalArgumentException("no factor `" + id + "` in the catalogue"));
    }

    /** Names of all groups. */
    public Set<String> groups() {
        return java.util.Collections.unmodifiableSet(groups.keySet());
    }

    /** The factors of a group, empty where there is no such group. */
    public Set<String> group(String name) {
        return groups.getOrDefault(name, Set.of());
    }

    /** The codes of the areas that are listed, in the order of {@code areas.csv}. */
    public Set<String> areas() {
        return java.util.Collections.unmodifiableSet(areas.keySet());
    }

    /** What an area has, by the attribute names of {@code areas.csv}; empty for an area that is not listed. */
    public Set<String> attributesOf(String area) {
        return areas.getOrDefault(area, Set.of());
    }

    /** Every attribute that some area has. */
    public Set<String> areaAttributes() {
        return areas.values().stream().flatMap(Set::stream).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
