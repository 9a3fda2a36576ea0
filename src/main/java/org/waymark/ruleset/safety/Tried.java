package org.waymark.ruleset.safety;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many cases were screened, and of each kind of breach the smallest case and how many there were. */
final class Tried {

    /**
     * One kind of breach.
     *
     * @param culprits numbers of the rules that gave what is lost
     */
    private record Key(Promise promise, List<Integer> culprits) {}

    /** All breaches of one kind. */
    record Kind(Breach smallest, long cases) {
        Kind and(Kind other) {
            return new Kind(smallest.smaller(other.smallest), cases + other.cases);
        }
    }

    private long cases;
    private long breaches;
    private final Map<Key, Kind> kinds = new LinkedHashMap<>();

    void cases(long more) {
        cases += more;
    }

    void add(Breach breach, List<Integer> culprits) {
        breaches++;
        kinds.merge(new Key(breach.about().promise(), culprits), new Kind(breach, 1), Kind::and);
    }

    /** All that this and the other tried. */
    Tried and(Tried other) {
        Tried both = new Tried();
        both.cases = cases + other.cases;
        both.breaches = breaches + other.breaches;
        both.kinds.putAll(kinds);
        other.kinds.forEach((key, kind) -> both.kinds.merge(key, kind, Kind::and));
        return both;
    }

    long cases() {
        return cases;
    }

    /** How many breaches there were. */
    long breaches() {
        return breaches;
    }

    /** One for each set of rules that break a promise together. */
    Collection<Kind> kinds() {
        return kinds.values();
    }
}
