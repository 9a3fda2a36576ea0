package org.waymark.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.waymark.screening.rule.Place;

/**
 * Unpacks entries of an archive. Bytes are counted as they come out, never taken from a header: a few thousand bytes can
 * be packed so that they fill any memory.
 */
final class ZipContent {

    /** How archives begin: a zip, an empty zip, gzip. None of these bytes begins a text. */
    private static final List<byte[]> ARCHIVES =
            List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {'P', 'K', 5, 6}, new byte[] {0x1f, (byte) 0x8b});

    private final ZipFile zip;
    private final Faults faults;
    private long left = RuleSetZip.MOST_BYTES;
    private boolean full;

    ZipContent(ZipFile zip, Faults faults) {
        this.zip = zip;
        this.faults = faults;
    }

    /** The bytes of an entry, or nothing, with a fault, where it is too large, damaged or an archive itself. */
    Optional<byte[]> of(ZipArchiveEntry entry, Place place) {
        if (full) {
            return Optional.empty();
        }
        try (InputStream unpacked = zip.getInputStream(entry)) {
            int most = (int) Math.min(left, RuleSetZip.MOST_BYTES_OF_A_FILE);
            byte[] content = unpacked.readNBytes(most + 1);
            left -= content.length;
            return isRight(content, most, entry, place) ? Optional.of(content) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            faults.add(place, "it cannot be unpacked", "zip it anew");
            return Optional.empty();
        }
    }

    private boolean isRight(byte[] content, int most, ZipArchiveEntry entry, Place place) {
        if (content.length > RuleSetZip.MOST_BYTES_OF_A_FILE) {
            faults.add(
                    place,
                    "it has more than " + RuleSetZip.MOST_BYTES_OF_A_FILE + " bytes when unpacked",
                    "split it: no rule file that a person can read is as long");
        } else if (content.length > most) {
            full = true;
            faults.add(
                    place,
                    "with it the files have more than " + RuleSetZip.MOST_BYTES + " bytes when unpacked",
                    "zip the folder of the rule set and nothing else");
        } else if (crc(content) != entry.getCrc()) {
            faults.add(place, "it is damaged: its check sum is another", "zip it anew");
        } else if (!isWorkbook(entry) && ARCHIVES.stream().anyMatch(mark -> startsWith(mark, content))) {
            faults.add(place, "it is an archive itself", "put the files that are in it in its place");
        } else {
            return true;
        }
        return false;
    }

    /** A workbook is an archive of its own kind; whoever reads it looks at what is in it. */
    private static boolean isWorkbook(ZipArchiveEntry entry) {
        return entry.getName().endsWith(Workbooks.SUFFIX);
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static boolean startsWith(byte[] mark, byte[] content) {
        return content.length >= mark.length && Arrays.equals(mark, 0, mark.length, content, 0, mark.length);
    }
}
