package org.waymark.ruleset.safety;

import java.util.Map;
import java.util.TreeMap;

/** How many cases were screened, and of each kind of breach the smallest case and how many there were. */
final class Tried {

    /** One kind of breach. */
    record Kind(Breach smallest, long cases) {
        Kind and(Kind other) {
            return new Kind(smallest.smaller(other.smallest), cases + other.cases);
        }
    }

    private long cases;
    private final Map<Breach.About, Kind> breaches = new TreeMap<>();

    void cases(long more) {
        cases += more;
    }

    void add(Breach breach) {
        breaches.merge(breach.about(), new Kind(breach, 1), Kind::and);
    }

    /** All that this and the other tried. */
    Tried and(Tried other) {
        Tried both = new Tried();
        both.cases = cases + other.cases;
        both.breaches.putAll(breaches);
        other.breaches.forEach((about, kind) -> both.breaches.merge(about, kind, Kind::and));
        return both;
    }

    long cases() {
        return cases;
    }

    Map<Breach.About, Kind> breaches() {
        return breaches;
    }
}
