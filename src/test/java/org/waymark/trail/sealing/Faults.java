package org.waymark.trail.sealing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes wrong at one step of all that a writer does to the store and to files, the first time that it comes there. */
final class Faults {

    enum Mode {
        /** Nothing goes wrong; every step is noted. */
        NONE,
        /** The call fails, and what it was to do may be done or not. */
        FAIL,
        /** The process is gone at that moment, as kill -9 leaves it. */
        KILL
    }

    private final Mode mode;
    private final String at;
    private final List<String> steps = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final boolean eachTime;
    private boolean happened;
    private boolean listening;

    Faults(Mode mode, String at) {
        this(mode, at, false);
    }

    private Faults(Mode mode, String at, boolean eachTime) {
        this.mode = mode;
        this.at = at;
        this.eachTime = eachTime;
        this.listening = !eachTime;
    }

    /** Of what is done from {@link #begin} on only, and there each time that it comes to a step is one of its own. */
    static Faults eachTime(Mode mode, String at) {
        return new Faults(mode, at, true);
    }

    /** From now on something may go wrong. */
    synchronized void begin() {
        listening = true;
    }

    synchronized void reach(String kind) throws IOException {
        if (!listening) {
            return;
        }
        String step = eachTime ? kind + " no. " + times.merge(kind, 1, Integer::sum) : kind;
        boolean first = !steps.contains(step);
        if (first) {
            steps.add(step);
        }
        if (mode != Mode.NONE && !happened && first && step.equals(at)) {
            happened = true;
            if (mode == Mode.KILL) {
                System.out.flush();
                Runtime.getRuntime().halt(128 + 9);
            }
            throw new IOException("made to fail at " + step);
        }
    }

    /** From now on all goes well. */
    synchronized void over() {
        listening = false;
    }

    synchronized boolean happened() {
        return happened;
    }

    /** Every step there was, each once. */
    synchronized List<String> steps() {
        return List.copyOf(steps);
    }
}
