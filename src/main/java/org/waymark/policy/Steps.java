package org.waymark.policy;

import java.util.Optional;
import java.util.function.Function;
import org.waymark.policy.PolicyRefusal.Why;

/** Takes steps with versions: each judged on the log as it stands, and again where somebody else was faster. */
final class Steps {

    private final PolicyLog log;

    Steps(PolicyLog log) {
        this.log = log;
    }

    /** What is to happen, as things stand; nothing where there is nothing to do. */
    @FunctionalInterface
    interface Step {
        Optional<? extends PolicyEvent> on(Ledger ledger) throws PolicyRefusal;
    }

    /** Takes a step with a version, and gives it as it stands then. */
    Version step(String hash, String by, Step step) throws PolicyRefusal {
        try {
            return require(log.append(by, unchecked(step)), hash);
        } catch (Refused refused) {
            throw refused.refusal;
        }
    }

    /** A version that must be there. */
    static Version require(Ledger ledger, String hash) throws PolicyRefusal {
        return ledger.version(hash)
                .orElseThrow(() -> new PolicyRefusal(Why.UNKNOWN, "there is no version `" + hash + "`"));
    }

    private static Function<Ledger, Optional<? extends PolicyEvent>> unchecked(Step step) {
        return ledger -> {
            try {
                return step.on(ledger);
            } catch (PolicyRefusal refusal) {
                throw new Refused(refusal);
            }
        };
    }

    /** Carries a refusal through the log's retries. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient PolicyRefusal refusal;

        Refused(PolicyRefusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
