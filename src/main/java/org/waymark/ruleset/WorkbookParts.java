package org.waymark.ruleset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.waymark.screening.rule.Place;

/**
 * Unpacks a workbook within limits, refuses what is more than a table, and packs the rest anew. Whoever reads the new
 * one sees what was looked at here and nothing else, whatever two lists of contents the first one had.
 */
final class WorkbookParts {

    /** As text, three times what the largest allowed table takes. A bomb unpacks to a thousand times as much. */
    private static final int MOST_UNPACKED = 4 * 1024 * 1024;

    private static final int MOST_PARTS = 100;

    /** What spreadsheet programs write for sheets of plain cells. */
    private static final Pattern PLAIN = Pattern.compile("\\[Content_Types]\\.xml|_rels/\\.rels"
            + "|(docProps|docMetadata)/[A-Za-z]{1,30}\\.(xml|jpeg)"
            + "|xl/(_rels/)?workbook\\.xml(\\.rels)?|xl/(styles|sharedStrings|calcChain|metadata)\\.xml"
            + "|xl/theme/theme[0-9]{1,3}\\.xml|xl/worksheets/(_rels/)?sheet[0-9]{1,3}\\.xml(\\.rels)?"
            + "|xl/printerSettings/printerSettings[0-9]{1,3}\\.bin");

    private static final Pattern ENTITIES = Pattern.compile("<!\\s*(DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("TargetMode\\s*=\\s*[\"']\\s*[^I\"']");

    private final Place place;
    private final Faults faults;
    private final Map<String, byte[]> parts = new TreeMap<>();
    private int unpacked;

    private WorkbookParts(Place place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** A workbook of the same sheets that holds nothing but sheets, or nothing, with a fault. */
    static Optional<byte[]> plain(String file, byte[] content, Faults faults) {
        WorkbookParts workbook = new WorkbookParts(new Place(file, 1, 1), faults);
        int before = faults.count();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && faults.count() == before;
                    entry = zip.getNextEntry()) {
                workbook.take(entry, zip);
            }
            if (faults.count() == before && workbook.parts.isEmpty()) {
                workbook.fault(
                        "the file is not a workbook", "save it as an Excel workbook (.xlsx), without a password");
            }
            return faults.count() == before ? Optional.of(workbook.packed()) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            workbook.fault("the workbook cannot be unpacked", "save it again as an Excel workbook (.xlsx)");
            return Optional.empty();
        }
    }

    private void take(ZipEntry entry, ZipInputStream zip) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        if (!PLAIN.matcher(name).matches()) {
            fault(
                    "the workbook holds more than sheets: " + what(name),
                    "save the table alone, without macros, links, pictures or comments");
            return;
        }
        byte[] part = zip.readNBytes(MOST_UNPACKED - unpacked + 1);
        unpacked += part.length;
        if (unpacked > MOST_UNPACKED || parts.size() >= MOST_PARTS) {
            fault("the workbook is too large once it is unpacked", "split the table");
        } else if (parts.putIfAbsent(name, part) != null) {
            fault("the workbook holds a part twice", "save it again as an Excel workbook (.xlsx)");
        } else if (!name.endsWith(".bin") && !name.endsWith(".jpeg")) {
            checkText(name, new String(part, StandardCharsets.ISO_8859_1));
        }
    }

    private void checkText(String name, String text) {
        if (text.indexOf('\0') >= 0 || ENTITIES.matcher(text).find()) {
            fault("the workbook declares entities, or is not UTF-8", "save it again as an Excel workbook (.xlsx)");
        } else if (name.endsWith(".rels") && LINK.matcher(text).find()) {
            fault("the workbook has a link to another place", "take out links and hyperlinks");
        }
    }

    private static String what(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vba") || lower.contains("macro")) {
            return "a macro";
        }
        if (lower.contains("externallink") || lower.contains("connection") || lower.contains("query")) {
            return "a link to other data";
        }
        return lower.contains("comment") ? "a comment" : "a picture, an object or other content";
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    private void fault(String message, String fix) {
        faults.add(place, message, fix);
    }
}
