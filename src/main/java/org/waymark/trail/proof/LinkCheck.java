package org.waymark.trail.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.proof.Claim.Kind;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.OnePerson;
import org.waymark.trail.proof.Scope.WholeLog;

/** Holds what lines say of one thing against each other: the chains of entries, and what may be there once only. */
final class LinkCheck {

    private final Scope scope;
    private final Faults faults;

    LinkCheck(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    /** @param claims all about one thing: who is it first, then who follows it, then who rests on it, and so on */
    void check(List<Claim> claims) {
        Claim is = claims.get(0).kind() == Kind.IS ? claims.get(0) : null;
        claims.stream().skip(is == null ? 0 : 1).forEach(claim -> {
            switch (claim.kind()) {
                case IS -> twice(claim, claims.get(0));
                case FOLLOWS -> follows(claim, is);
                case RESTS_ON -> restsOn(claim, is);
                case WITHHELD -> withheld(claim, claims);
                case ERASES -> {
                    // Looked at with what is withheld.
                }
            }
        });
        if (is != null) {
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
            if (lane ? scope instanceof WholeLog : holdsAllAbout(claim)) {
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

    /** Whether the file must hold every entry about the person of this one. */
    private boolean holdsAllAbout(Claim claim) {
        return scope instanceof OnePerson one
                ? claim.entry().startsWith(one.person() + ":")
                : !(scope instanceof OneDecision);
    }

    /** Erasing is itself recorded: a key that is gone without that was taken away by somebody. */
    private void withheld(Claim claim, List<Claim> claims) {
        boolean recorded =
                claims.stream().anyMatch(other -> other.kind() == Kind.ERASES && other.line() > claim.line());
        if (!recorded) {
            faults.add(
                    claim.line(),
                    claim.entry(),
                    "key",
                    "is missing, and no entry behind it in the file records that what it said was erased: the key was"
                            + " taken away or destroyed without a record of it");
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

    /** A capsule holds what its decision rests on, and what that needs, and nothing else: nothing can be slipped in. */
    private void requireInCapsule(Claim is, List<Claim> claims) {
        if (scope instanceof OneDecision
                && is.topic() == Claim.ENTRY
                && claims.stream().noneMatch(claim -> claim.kind() == Kind.RESTS_ON)) {
            faults.add(is.line(), is.entry(), "entry", "the decision of this file does not rest on this entry");
        }
    }
}
