package org.waymark.trail.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.proof.Claim.Kind;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.WholeLog;

/** Holds what lines say of one thing against each other: the chains of entries, and what may be there once only. */
final class LinkCheck {

    private final Scope scope;
    private final Faults faults;

    LinkCheck(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    /** @param claims all about one thing: who is it first, then who follows it, then who rests on it */
    void check(List<Claim> claims) {
        Claim is = claims.get(0).kind() == Kind.IS ? claims.get(0) : null;
        claims.stream().skip(1).forEach(claim -> {
            switch (claim.kind()) {
                case IS -> twice(claim, claims.get(0));
                case FOLLOWS -> follows(claim, is);
                case RESTS_ON -> restsOn(claim, is);
            }
        });
        if (is == null) {
            Claim first = claims.get(0);
            if (first.kind() == Kind.FOLLOWS) {
                follows(first, null);
            } else {
                restsOn(first, null);
            }
        } else {
            requireInCapsule(is, claims);
        }
    }

    private void twice(Claim claim, Claim first) {
        faults.add(
                claim.line(),
                claim.entry(),
                field(claim),
                "stands in line " + first.line() + " already, and may be recorded once only");
    }

    private static String field(Claim claim) {
        return switch (claim.topic()) {
            case Claim.ENTRY -> "entry/id";
            case Claim.LANE -> "entry/lane";
            case Claim.SUBMISSION -> "entry/submission";
            default -> "entry/decision";
        };
    }

    private void follows(Claim claim, @Nullable Claim before) {
        boolean lane = claim.topic() == Claim.LANE;
        String field = lane ? "entry/lane" : "entry/previous";
        if (before == null) {
            if (lane ? scope instanceof WholeLog : !(scope instanceof OneDecision)) {
                faults.add(
                        claim.line(),
                        claim.entry(),
                        lane ? field : "entry/sequence",
                        "what it follows, " + Shown.quoted(claim.name()) + ", is not in the file: there is a gap");
            }
        } else if (before.line() > claim.line()) {
            faults.add(
                    claim.line(),
                    claim.entry(),
                    field,
                    "what it follows, " + Shown.quoted(claim.name()) + ", stands behind it, in line " + before.line());
        } else if (!before.hash().equals(claim.hash())) {
            faults.add(
                    claim.line(),
                    claim.entry(),
                    field,
                    "is not the hash of the entry before it about the same person, in line " + before.line()
                            + ": one of the two was changed");
        }
    }

    private void restsOn(Claim claim, @Nullable Claim earlier) {
        if (earlier == null) {
            faults.add(
                    claim.line(),
                    claim.entry(),
                    "content/history",
                    "the entry " + Shown.quoted(claim.name()) + " counted as history and is not in the file");
        }
    }

    /** A capsule holds what its decision rests on and nothing else, so that nothing can be slipped in. */
    private void requireInCapsule(Claim is, List<Claim> claims) {
        if (scope instanceof OneDecision
                && is.topic() == Claim.ENTRY
                && claims.stream().noneMatch(claim -> claim.kind() == Kind.RESTS_ON)) {
            faults.add(is.line(), is.entry(), "entry", "the decision of this file does not rest on this entry");
        }
    }
}
