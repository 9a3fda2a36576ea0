package org.waymark.casework.replay;

import org.waymark.assessment.Coded;

/** What came of making a recorded decision again. */
public sealed interface Replayed {

    /** In how few words it can be said. */
    enum Result implements Coded {
        SAME,
        DIFFERENT,
        IMPOSSIBLE
    }

    Result result();

    /** The outcome is the same, byte for byte. */
    record Same() implements Replayed {
        @Override
        public Result result() {
            return Result.SAME;
        }
    }

    /** It is not, and that is an alarm: either this program decides otherwise than it did, or what is kept was changed. */
    record Different(Differences where) implements Replayed {
        @Override
        public Result result() {
            return Result.DIFFERENT;
        }
    }

    /**
     * It cannot be made again.
     *
     * @param code why, as programs tell it apart
     * @param why the same in words; nobody is named in them
     */
    record Impossible(Coded code, String why) implements Replayed {
        @Override
        public Result result() {
            return Result.IMPOSSIBLE;
        }
    }
}
