package org.waymark.pages.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.check.CheckReport;
import org.waymark.ruleset.check.RuleSetCheck;
import org.waymark.ruleset.check.Section;

/**
 * Does what takes a minute while a browser looks again: checks, and submissions, which check. One at a time, so that
 * screenings keep the processors. What is here ends with the process: a check is asked for again, and a submission either
 * stands in the log of rule sets or did not happen.
 */
@Component
class Workbench implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
    private static final int MOST_WAITING = 16;
    private static final int MOST_KEPT = 32;

    private final Policy policy;
    private final RulesDesk desk;
    private final Map<String, Check> checks = kept();
    private final Map<String, Submission> submissions = kept();
    private final ThreadPoolExecutor worker;

    Workbench(Policy policy, RulesDesk desk) {
        this.policy = policy;
        this.desk = desk;
        this.worker =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "rules-workbench");
                    thread.setDaemon(true);
                    return thread;
                });
        this.worker.allowCoreThreadTimeOut(true);
    }

    private static <T> Map<String, T> kept() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    /** A check of a version, as far as it is. */
    static final class Check {

        private final List<Section> sections = new CopyOnWriteArrayList<>();
        private volatile @Nullable CheckReport report;
        private volatile boolean broken;

        /** What was looked at so far. */
        public List<Section> sections() {
            return List.copyOf(sections);
        }

        /** What came of it, once it is done. */
        public @Nullable CheckReport report() {
            return report;
        }

        public boolean isRunning() {
            return report == null && !broken;
        }

        /** Whether it ended without a report. */
        public boolean isBroken() {
            return broken;
        }
    }

    /** A submission that is being checked, or what came of it. */
    static final class Submission {

        private final String by;
        private final String reason;
        private volatile boolean running = true;
        private volatile @Nullable String refusal;

        Submission(String by, String reason) {
            this.by = by;
            this.reason = reason;
        }

        public String by() {
            return by;
        }

        /** What was said with it. */
        public String reason() {
            return reason;
        }

        public boolean isRunning() {
            return running;
        }

        /** Why it was refused, if it was. */
        public Optional<String> refusal() {
            return Optional.ofNullable(refusal);
        }
    }

    Optional<Check> check(String hash) {
        synchronized (checks) {
            return Optional.ofNullable(checks.get(hash));
        }
    }

    Optional<Submission> submission(String hash) {
        synchronized (submissions) {
            return Optional.ofNullable(submissions.get(hash));
        }
    }

    /** Begins a check unless one runs; false where too much waits already. */
    boolean startCheck(String hash) {
        Check check = new Check();
        synchronized (checks) {
            Check known = checks.get(hash);
            if (known != null && known.isRunning()) {
                return true;
            }
            if (!taken(() -> run(hash, check))) {
                return false;
            }
            checks.put(hash, check);
        }
        return true;
    }

    private void run(String hash, Check check) {
        try {
            String before = desk.before(desk.version(hash));
            check.report = RuleSetCheck.of(
                    desk.read(hash).files(),
                    before == null ? null : desk.read(before).rules(),
                    check.sections::add);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("A check of rules ended before its end", failure);
            check.broken = true;
        }
    }

    /** Begins to submit a version unless that is under way; false where too much waits already. */
    boolean startSubmission(String hash, String analysis, String reason, String by) {
        Submission submission = new Submission(by, reason);
        synchronized (submissions) {
            Submission known = submissions.get(hash);
            if (known != null && known.isRunning()) {
                return true;
            }
            if (!taken(() -> run(hash, analysis, submission))) {
                return false;
            }
            submissions.put(hash, submission);
        }
        return true;
    }

    private void run(String hash, String analysis, Submission submission) {
        try {
            policy.submit(hash, analysis, submission.reason().isEmpty() ? null : submission.reason(), submission.by());
        } catch (PolicyRefusal refused) {
            submission.refusal = refused.getMessage();
        } catch (RuleSetRejected rejected) {
            submission.refusal = rejected.describe();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("A submission of rules ended before its end", failure);
            submission.refusal = "the submission could not be recorded; nothing was submitted, try again";
        } finally {
            submission.running = false;
        }
    }

    private boolean taken(Runnable task) {
        try {
            worker.execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
