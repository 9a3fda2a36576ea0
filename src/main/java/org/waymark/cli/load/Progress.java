package org.waymark.cli.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a load is.
 *
 * @param digest SHA-256 of the file, in hexadecimal
 * @param mapping SHA-256 of the mapping, empty where there is none
 * @param to where it is loaded
 * @param line the last line up to which everything is recorded, or in the report on disk
 * @param recorded how many were recorded by this load
 * @param repeats how many had been recorded before
 * @param rejected how many were rejected, by the code of the reason
 * @param reportBytes how long the report was then
 */
record Progress(
        String digest,
        String mapping,
        String to,
        long line,
        long recorded,
        long repeats,
        SortedMap<String, Long> rejected,
        long reportBytes) {

    static Progress none(String digest, String mapping, String to) {
        return new Progress(digest, mapping, to, 0, 0, 0, new TreeMap<>(), 0);
    }

    Progress {
        rejected = new TreeMap<>(rejected);
    }

    /** How many were rejected. */
    long rejections() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many had an answer. */
    long answered() {
        return recorded + repeats + rejections();
    }

    Progress oneRecorded(long number, boolean repeat) {
        return new Progress(
                digest,
                mapping,
                to,
                number,
                recorded + (repeat ? 0 : 1),
                repeats + (repeat ? 1 : 0),
                rejected,
                reportBytes);
    }

    Progress oneRejected(long number, String reason) {
        Map<String, Long> more = new TreeMap<>(rejected);
        more.merge(reason, 1L, Long::sum);
        return new Progress(digest, mapping, to, number, recorded, repeats, new TreeMap<>(more), reportBytes);
    }

    Progress withReport(long bytes) {
        return new Progress(digest, mapping, to, line, recorded, repeats, rejected, bytes);
    }
}
