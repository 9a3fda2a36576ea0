package org.waymark.casework.judgement;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Urgency;

/** Results of any pathways, levels and urgencies. */
final class AnyResult {

    private AnyResult() {}

    static Arbitrary<Result> results() {
        return of(Pathway.values());
    }

    static Arbitrary<Result> of(Pathway... among) {
        Arbitrary<List<Pathway>> pathways =
                Arbitraries.of(among).list().uniqueElements().ofMaxSize(among.length);
        Arbitrary<List<Urgency>> urgencies =
                Arbitraries.of(Urgency.class).list().ofSize(4);
        Arbitrary<List<String>> levels =
                Arbitraries.of("screen", "standard", "high").list().ofSize(4);
        return Combinators.combine(pathways, urgencies, levels).as((which, soon, level) -> {
            List<Path> paths = new ArrayList<>();
            for (int i = 0; i < which.size(); i++) {
                String at = which.get(i) == Pathway.MACE ? level.get(i) : null;
                paths.add(WeighingTest.path(which.get(i), at, soon.get(i)));
            }
            return WeighingTest.result(paths.toArray(Path[]::new));
        });
    }
}
