package org.waymark.pages.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Hash;
import org.waymark.trail.proof.DecisionProofs.Place;
import org.waymark.trail.proof.DecisionProofs.Proved;
import org.waymark.trail.proof.LineFault;
import org.waymark.trail.proof.Report;

/**
 * What came of verifying a decision, as its page says it.
 *
 * @param state {@code proven}, {@code changed} (something is not as it was recorded), {@code unread} (it could not be
 *     read to its end), or {@code trouble} (the log itself is not what was signed)
 * @param why in the verifier's words, where it is not proven
 * @param report what was looked at; absent with trouble
 * @param place where it stands in the log; absent where it does not
 */
record ProofView(
        String state,
        List<String> why,
        @Nullable Report report,
        @Nullable Place place) {

    private static final int MOST_SHOWN = 20;

    ProofView {
        why = List.copyOf(why);
    }

    static ProofView of(Proved proved) {
        if (proved.unread() != null) {
            return new ProofView("unread", List.of(proved.unread()), proved.report(), proved.place());
        }
        Report report = proved.report();
        List<String> faults = report.faults().stream()
                .map(LineFault::toString)
                .limit(MOST_SHOWN)
                .toList();
        return new ProofView(report.verified() ? "proven" : "changed", faults, report, proved.place());
    }

    static ProofView troubled(String why) {
        return new ProofView("trouble", List.of(why), null, null);
    }

    public boolean isProven() {
        return state.equals("proven");
    }

    /** The entries beside the decision's own that counted. */
    public long others() {
        return report == null ? 0 : Math.max(0, report.counts().entries() - 1);
    }

    public List<String> cosigned() {
        return report == null || report.checkpoint() == null
                ? List.of()
                : report.checkpoint().cosigned();
    }

    /** The hashes that lead to the root, as text. */
    public List<String> hashes() {
        return place == null
                ? List.of()
                : place.proof().stream().map(Hash::base64).toList();
    }

    /** The checkpoint as it was signed. */
    public String note() {
        return place == null ? "" : place.checkpoint().print();
    }
}
