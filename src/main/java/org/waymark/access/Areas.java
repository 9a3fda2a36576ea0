package org.waymark.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which areas somebody may know.
 *
 * @param named the codes of areas, as assessments have them
 * @param all whether it is every area there is, those included that nobody has named yet
 */
public record Areas(Set<String> named, boolean all) {

    /** Stands for all areas, in settings and for activations of rules. */
    public static final String EVERY = "*";

    /** All areas. */
    public static final Areas ALL = new Areas(Set.of(), true);

    /** No area. */
    public static final Areas NONE = new Areas(Set.of(), false);

    public Areas {
        named = java.util.Collections.unmodifiableSet(new TreeSet<>(named));
    }

    /** The areas of these codes, among which {@link #EVERY} is all. */
    public static Areas of(Collection<String> codes) {
        Set<String> named = new TreeSet<>(codes);
        boolean all = named.remove(EVERY);
        return new Areas(named, all);
    }

    /** Whether this area is one of them. */
    public boolean has(String area) {
        return all || named.contains(area);
    }

    /** Whether all of these are, {@link #EVERY} standing for all there is. */
    public boolean haveAll(Collection<String> codes) {
        return all || named.containsAll(codes);
    }

    /** In words, for a refusal. */
    public String told() {
        return all ? "all areas" : named.isEmpty() ? "no area" : "`" + String.join("`, `", named) + "`";
    }
}
