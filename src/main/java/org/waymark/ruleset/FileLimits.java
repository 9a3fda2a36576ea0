package org.waymark.ruleset;

import java.util.SortedMap;
import org.waymark.screening.rule.Place;

/**
 * What holds for the files of a rule set together, whichever way they came. What is within these limits can be given out
 * as an archive and taken in again.
 */
final class FileLimits {

    private FileLimits() {}

    static void check(RuleFiles files, Faults faults) {
        SortedMap<String, byte[]> all = files.all();
        long bytes = all.values().stream().mapToLong(content -> content.length).sum();
        if (all.size() > RuleSetZip.MOST_ENTRIES) {
            whole("it has " + all.size() + " files, and " + RuleSetZip.MOST_ENTRIES, faults);
        }
        if (bytes > RuleSetZip.MOST_BYTES) {
            whole("its files have " + bytes + " bytes, and " + RuleSetZip.MOST_BYTES, faults);
        }
        files.tests().forEach((name, content) -> checkTest(name, content, faults));
    }

    private static void whole(String found, Faults faults) {
        faults.add(new Place(RuleSetReader.MANIFEST, 1, 1), found + " are allowed", "take out what nothing needs");
    }

    /** Nobody reads the tests where a rule set is read alone, and its hash and its archive rest on their names. */
    private static void checkTest(String name, byte[] content, Faults faults) {
        if (!RuleFiles.mayHold(name)) {
            faults.add(
                    new Place(RuleFiles.SCENARIOS, 1, 1),
                    "a file has a name that is no plain file name",
                    "use letters, digits, dots, hyphens and underscores, at most 100");
        } else if (content.length > RuleSetZip.MOST_BYTES_OF_A_FILE) {
            faults.add(
                    new Place(name, 1, 1),
                    "the file has " + content.length + " bytes, and " + RuleSetZip.MOST_BYTES_OF_A_FILE
                            + " are allowed",
                    "split it");
        }
    }
}
