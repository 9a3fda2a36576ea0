package org.waymark.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agreements between areas on what one may join of what another knows about the same young person.
 *
 * @param everybody whether each may join what any other knows
 */
public record Sharing(boolean everybody, Set<Agreement> agreements) {

    /** What local users have, who all have all areas: everybody shares with everybody. */
    public static final Sharing EVERYBODY = new Sharing(true, Set.of());

    /** Nobody shares with anybody. */
    public static final Sharing NOBODY = new Sharing(false, Set.of());

    private static final String SETTING = "WAYMARK_ACCESS_SHARING";
    private static final Pattern ONE = Pattern.compile("([^<\\s]++)\\s*+<\\s*+([^<\\s]++)");

    public Sharing {
        agreements = Set.copyOf(agreements);
    }

    /**
     * One may join what the other knows; not the other way round.
     *
     * @param area where a young person is assessed
     * @param other whose records are joined
     */
    public record Agreement(String area, String other) {}

    /**
     * What the setting says: {@code *}, or agreements such as {@code sefton<knowsley} with commas between them.
     *
     * @throws AccessCannotStart with every fault
     */
    static Sharing of(String setting) {
        if (setting.strip().equals(Areas.EVERY)) {
            return EVERYBODY;
        }
        Set<Agreement> agreements = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (String one : setting.isBlank() ? new String[0] : setting.split(",", -1)) {
            Matcher agreement = ONE.matcher(one.strip());
            if (agreement.matches() && !one.contains(Areas.EVERY)) {
                agreements.add(new Agreement(agreement.group(1), agreement.group(2)));
            } else {
                faults.add("`" + one.strip() + "`");
            }
        }
        if (!faults.isEmpty()) {
            throw new AccessCannotStart(SETTING + " holds " + String.join(", ", faults)
                    + "; write agreements such as `sefton<knowsley` (sefton may join what knowsley knows) with commas"
                    + " between them, or `*` where every area shares with every other");
        }
        return new Sharing(false, agreements);
    }

    /** Whether what {@code other} knows may be joined to what is assessed in {@code area}, for somebody of these areas. */
    public boolean mayJoin(Areas callers, String area, String other) {
        return area.equals(other) || callers.has(other) || everybody || agreements.contains(new Agreement(area, other));
    }
}
