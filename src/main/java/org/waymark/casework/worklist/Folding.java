package org.waymark.casework.worklist;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.trail.Entry;
import org.waymark.trail.Erasure;
import org.waymark.trail.Forgets;
import org.waymark.trail.Kind;
import org.waymark.trail.Person;
import org.waymark.trail.Pseudonyms;
import org.waymark.trail.Trail;

/**
 * Brings the lists to what the trail says of a young person. However often it is done, and after however long, it comes
 * out the same, as nothing but the trail is looked at.
 *
 * <p>In one process either something is folded or forgotten, never both at once: what was read before an erasure is not
 * written after it. Where two processes do it, the entry that records the erasure has it forgotten again.
 */
final class Folding implements Forgets {

    /** What changes a line. */
    static final Set<Kind> KINDS = Set.of(
            Kind.SCREENED,
            Kind.CONFIRMED,
            Kind.OVERRIDDEN,
            Kind.COUNTERSIGNED,
            Kind.OUTCOME,
            Kind.CORRECTED,
            Kind.REVIEWED,
            Kind.ERASED);

    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final Folds folds;
    private final ListStore store;

    Folding(Trail trail, Pseudonyms pseudonyms, Folds folds, ListStore store) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.folds = folds;
        this.store = store;
    }

    /** Takes in what these entries changed, of which each is about another decision or person as well. */
    synchronized void take(Collection<Entry> entries) {
        Map<Person, Set<String>> touched = entries.stream()
                .filter(entry -> KINDS.contains(entry.kind()))
                .collect(Collectors.groupingBy(
                        Entry::person,
                        Collectors.flatMapping(
                                entry -> folds.decisionOf(entry).stream(), Collectors.toCollection(TreeSet::new))));
        List<Fold> all = touched.entrySet().stream()
                .map(one -> folds.of(trail.of(one.getKey()), one.getValue()))
                .toList();
        Set<String> gone = new HashSet<>();
        all.forEach(fold -> gone.addAll(fold.gone()));
        store.remove(gone);
        store.put(all.stream().flatMap(fold -> fold.standing().stream()).toList());
    }

    @Override
    public synchronized void forget(Erasure.Done erased) {
        Set<String> gone = erased.submissions().stream()
                .map(pseudonyms::decisionId)
                .collect(Collectors.toCollection(HashSet::new));
        gone.add(Listed.reviewOf(erased.person()));
        store.remove(gone);
        if (!erased.whole()) {
            // What is left may still call for a review.
            store.put(folds.of(trail.of(erased.person()), Set.of()).standing());
        }
    }
}
