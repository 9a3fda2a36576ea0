package org.waymark.trail.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What verifying a file found.
 *
 * @param verified whether nothing is wrong with it
 * @param scope how much of the log it holds: {@code log}, {@code person} or {@code decision}; absent where it is no
 *     export
 * @param of whose, or which; absent for the whole log
 * @param checkpoint the newest checkpoint in it, absent where there is none
 * @param counts how much was checked
 * @param checked what was checked, each in a sentence
 * @param proves what follows from that; nothing where something is wrong
 * @param doesNotProve what does not follow, and what to do about it
 * @param faults what is wrong, in the order of the lines
 * @param moreFaults whether reading ended because there were so many
 */
public record Report(
        boolean verified,
        @Nullable String scope,
        @Nullable String of,
        @Nullable Newest checkpoint,
        Counts counts,
        List<String> checked,
        List<String> proves,
        List<String> doesNotProve,
        List<LineFault> faults,
        boolean moreFaults) {

    public Report {
        checked = List.copyOf(checked);
        proves = List.copyOf(proves);
        doesNotProve = List.copyOf(doesNotProve);
        faults = List.copyOf(faults);
    }

    /**
     * The newest checkpoint.
     *
     * @param origin which log it is
     * @param size how many entries it covers
     * @param root the root of their tree, in base64
     * @param cosigned the witnesses that cosigned it, each with when it said that was
     */
    public record Newest(String origin, long size, String root, List<String> cosigned) {

        public Newest {
            cosigned = List.copyOf(cosigned);
        }
    }

    /**
     * How much was checked.
     *
     * @param opened entries whose content was opened with its key
     * @param erased entries whose content is not in the file
     */
    public record Counts(long lines, long entries, long opened, long erased, long ruleSets, long checkpoints) {}
}
