package org.waymark.ruleset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.ruleset.RuleSetInForce.Ready;

/**
 * Versions of the rules by their hash, ready to screen by, whether in force or not. They are compiled when they are first
 * wanted, which takes seconds, by one thread at a time; the few that were wanted last are kept. Safe for many threads.
 */
public final class PastVersions implements AutoCloseable {

    /** What is asked of a version. Its engine is let go only after the last question to it is answered. */
    @FunctionalInterface
    public interface Question<T, E extends Exception> {
        T ask(Ready version) throws E;
    }

    /** A version is kept, and cannot be made ready. */
    public static final class NotReady extends Exception {

        private static final long serialVersionUID = 1L;

        NotReady(String hash, Exception cause) {
            super("the rule set " + hash + " cannot be made ready: " + cause.getMessage(), cause);
        }
    }

    private static final class Held {
        private final Ready version;
        private int users;
        private boolean unwanted;

        Held(Ready version) {
            this.version = version;
        }
    }

    private final RuleSetVersions versions;
    private final int most;

    /** Those that were wanted last, the latest at the end. */
    private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing is compiled yet.
     *
     * @param most how many to keep compiled
     */
    public PastVersions(RuleSetVersions versions, int most) {
        this.versions = versions;
        this.most = most;
    }

    /**
     * Asks a version something; nothing where its files are not kept.
     *
     * @throws NotReady where its files were changed, or this program does not take them for a rule set any more
     */
    public <T, E extends Exception> Optional<T> ask(String hash, Question<T, E> question) throws NotReady, E {
        Optional<Held> found = take(hash);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.ask(found.get().version));
        } finally {
            release(found.get());
        }
    }

    private synchronized Optional<Held> take(String hash) throws NotReady {
        Held known = held.get(hash);
        if (known == null) {
            Optional<Held> made = make(hash);
            if (made.isEmpty()) {
                return made;
            }
            known = made.get();
            held.put(hash, known);
            letGoOfTheOldest();
        }
        known.users++;
        return Optional.of(known);
    }

    private Optional<Held> make(String hash) throws NotReady {
        try {
            Optional<RuleFiles> files = versions.files(hash);
            return files.isEmpty()
                    ? Optional.empty()
                    // When it was in force plays no part in what it decides.
                    : Optional.of(new Held(Ready.of(RuleSetReader.read(files.get()), Instant.EPOCH)));
        } catch (RuleSetRejected | IllegalStateException broken) {
            throw new NotReady(hash, broken);
        }
    }

    private void letGoOfTheOldest() {
        List<String> oldest = new ArrayList<>(held.keySet()).subList(0, Math.max(0, held.size() - most));
        oldest.forEach(hash -> letGo(held.remove(hash)));
    }

    private static void letGo(@Nullable Held one) {
        if (one != null) {
            one.unwanted = true;
            closeIfFree(one);
        }
    }

    private synchronized void release(Held one) {
        one.users--;
        closeIfFree(one);
    }

    private static void closeIfFree(Held one) {
        if (one.unwanted && one.users == 0) {
            one.version.ruleSet().engine().close();
        }
    }

    /** Lets go of every version, once it has answered. */
    @Override
    public synchronized void close() {
        held.values().forEach(PastVersions::letGo);
        held.clear();
    }
}
