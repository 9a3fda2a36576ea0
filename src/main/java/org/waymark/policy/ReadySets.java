package org.waymark.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.screening.rule.RuleSet;

/** Versions with their engines, made ready when they are first wanted and let go when nobody wants them any more. */
final class ReadySets {

    private static final Logger LOG = LoggerFactory.getLogger(ReadySets.class);

    /** How long screenings that began on a version have to finish before its engine is let go. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** How long to wait before a version that could not be made ready is tried again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Function<String, Optional<RuleFiles>> files;
    private final Smoke smoke;
    private final Map<String, RuleSet> ready = new HashMap<>();
    private final Map<String, Instant> unwanted = new HashMap<>();
    private final Map<String, Instant> failed = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();

    ReadySets(Function<String, Optional<RuleFiles>> files, Smoke smoke) {
        this.files = files;
        this.smoke = smoke;
    }

    /** A version, made ready if it is not yet; nothing where it cannot be, and then {@link #fault} says why. */
    Optional<RuleSet> of(String hash, Instant now) {
        RuleSet known = ready.get(hash);
        if (known == null && mayTry(hash, now)) {
            make(hash, now);
        }
        return Optional.ofNullable(ready.get(hash));
    }

    private boolean mayTry(String hash, Instant now) {
        Instant before = failed.get(hash);
        return before == null || now.isAfter(before.plus(AGAIN));
    }

    private void make(String hash, Instant now) {
        try {
            RuleFiles found = files.apply(hash)
                    .orElseThrow(() -> new IllegalStateException("the files of the rule set " + hash + " are lost"));
            RuleSet made = RuleSetReader.read(found);
            Optional<String> fault = smoke.fault(made, found);
            if (fault.isPresent()) {
                made.engine().close();
                fail(hash, now, fault.get());
            } else {
                ready.put(hash, made);
                failed.remove(hash);
                faults.remove(hash);
            }
        } catch (RuleSetRejected | RuntimeException | LinkageError broken) {
            fail(hash, now, String.valueOf(broken.getMessage()));
        }
    }

    private void fail(String hash, Instant now, String fault) {
        LOG.error("The rule set {} cannot be put in force: {}", hash, fault);
        failed.put(hash, now);
        faults.put(hash, fault);
    }

    /** Why a version could not be made ready, if it could not. */
    Optional<String> fault(String hash) {
        return Optional.ofNullable(faults.get(hash));
    }

    /** Lets go of every version but these, once the screenings that began on it have had time to finish. */
    void keepOnly(Set<String> wanted, Instant now) {
        for (String hash : new HashSet<>(ready.keySet())) {
            if (wanted.contains(hash)) {
                unwanted.remove(hash);
            } else if (unwanted.computeIfAbsent(hash, first -> now).plus(GRACE).isBefore(now)) {
                unwanted.remove(hash);
                RuleSet gone = ready.remove(hash);
                if (gone != null) {
                    gone.engine().close();
                }
            }
        }
    }
}
