package org.waymark.casework.judgement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.casework.judgement.Act.What;

/**
 * Where a decision stands after what people did with it.
 *
 * @param recommended what was recorded
 * @param result what holds now
 * @param by who decided that it does, null where nobody has
 * @param countersignedBy who answered a downward override with yes
 * @param at since when it holds, null where nobody has decided
 * @param pending the override that waits for a second person
 * @param corrected whether something of what it rests on was put right later
 * @param withdrawn whether it turned out to be about another child
 */
public record State(
        Result recommended,
        Status status,
        Result result,
        @Nullable String by,
        @Nullable String countersignedBy,
        @Nullable Instant at,
        Act.@Nullable Overridden pending,
        boolean corrected,
        boolean withdrawn) {

    /** A decision that nobody has looked at. */
    public static State proposed(Result recommended) {
        return new State(recommended, Status.PROPOSED, recommended, null, null, null, null, false, false);
    }

    /** Where it stands after these acts, in the order in which they were recorded. */
    public static State after(Result recommended, List<Act> acts) {
        State state = proposed(recommended);
        for (Act act : acts) {
            state = state.then(act);
        }
        return state;
    }

    /** Why something cannot be done as it stands, and what to do instead; nothing where it can. */
    public Optional<String> forbids(What what) {
        if (withdrawn && what != What.REVIEW) {
            return Optional.of(
                    "the contact was withdrawn, as it was recorded about the wrong child, and nothing more is"
                            + " decided on it; record a new assessment of the child whom it is about");
        }
        return switch (what) {
            case CONFIRMATION, OVERRIDE -> undecided();
            case COUNTERSIGNATURE ->
                status == Status.AWAITING_COUNTERSIGNATURE
                        ? Optional.empty()
                        : Optional.of("the decision is `" + status.code()
                                + "` and no override of it waits for a second person; there is nothing to countersign");
            case OUTCOME, CORRECTION, REVIEW -> Optional.empty();
        };
    }

    private Optional<String> undecided() {
        return switch (status) {
            case PROPOSED -> Optional.empty();
            case CONFIRMED, OVERRIDDEN ->
                Optional.of("the decision is `" + status.code() + "` already, by " + by
                        + "; where something is new, record a new assessment, which is decided on its own");
            case AWAITING_COUNTERSIGNATURE ->
                Optional.of("the decision is `" + status.code() + "`: " + by
                        + " asked for a lower result; a manager who is somebody else answers with `countersignature`");
        };
    }

    /** Whether this account may not answer the override that waits, because it is its own. */
    public boolean isAuthor(String account) {
        return pending != null && pending.by().equals(account);
    }

    /**
     * Where it stands after one more act.
     *
     * @throws IllegalStateException where that act cannot be: nobody records one that is forbidden
     */
    public State then(Act act) {
        forbids(act.what()).ifPresent(why -> {
            throw new IllegalStateException(act.what().code() + " by " + act.by() + " at " + act.at() + ": " + why);
        });
        if (act instanceof Act.Confirmed) {
            return decided(Status.CONFIRMED, recommended, act.by(), null, act.at());
        } else if (act instanceof Act.Overridden override) {
            return overridden(override);
        } else if (act instanceof Act.Countersigned signature) {
            return countersigned(signature);
        } else if (act instanceof Act.Corrected correction) {
            return new State(
                    recommended, status, result, by, countersignedBy, at, pending, true, correction.withdrawn());
        }
        return this;
    }

    private State overridden(Act.Overridden override) {
        if (!override.downward()) {
            return decided(Status.OVERRIDDEN, override.chosen(), override.by(), null, override.at());
        }
        return new State(
                recommended,
                Status.AWAITING_COUNTERSIGNATURE,
                override.meanwhile(),
                override.by(),
                null,
                override.at(),
                override,
                corrected,
                withdrawn);
    }

    private State countersigned(Act.Countersigned signature) {
        Act.Overridden override = pending;
        if (override == null || isAuthor(signature.by())) {
            throw new IllegalStateException(
                    signature.by() + " countersigned at " + signature.at() + " what nobody else had overridden");
        }
        return signature.agree()
                ? decided(Status.OVERRIDDEN, override.chosen(), override.by(), signature.by(), signature.at())
                : decided(Status.CONFIRMED, recommended, signature.by(), null, signature.at());
    }

    private State decided(Status now, Result holds, String who, @Nullable String second, Instant when) {
        return new State(recommended, now, holds, who, second, when, null, corrected, withdrawn);
    }
}
