package org.waymark.ruleset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.waymark.screening.rule.Place;

/** Reads an archive by its directory, entry by entry, and tells every fault at once. */
final class ZipReader {

    private static final Place WHOLE = new Place(RuleSetZip.ARCHIVE, 1, 1);

    private static final int KIND_OF_FILE = 0170000;
    private static final int NO_KIND = 0;
    private static final int PLAIN_FILE = 0100000;
    private static final int FOLDER = 0040000;

    private final Faults faults = new Faults();

    /** An entry and where in the rule set it goes. */
    private record Item(ZipArchiveEntry entry, ZipPath path) {}

    RuleFiles read(byte[] bytes) throws RuleSetRejected {
        if (bytes.length > RuleSetZip.MOST_BYTES_PACKED) {
            faults.add(
                    WHOLE,
                    "it has " + bytes.length + " bytes, and " + RuleSetZip.MOST_BYTES_PACKED + " are allowed",
                    "zip the folder of the rule set and nothing else");
            faults.orThrow();
        }
        Map<String, byte[]> files = Map.of();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setUseUnicodeExtraFields(false)
                .get()) {
            files = files(zip, Collections.list(zip.getEntries()));
        } catch (IOException | RuntimeException notZip) {
            // The library answers a directory that makes no sense with whatever it stumbles over.
            faults.add(WHOLE, "it cannot be read as a zip archive", "zip the folder of the rule set anew");
        }
        faults.orThrow();
        return RuleFiles.of(files);
    }

    private Map<String, byte[]> files(ZipFile zip, List<ZipArchiveEntry> entries) {
        if (entries.size() > RuleSetZip.MOST_ENTRIES) {
            faults.add(
                    WHOLE,
                    "it has " + entries.size() + " entries, and " + RuleSetZip.MOST_ENTRIES + " are allowed",
                    "zip the folder of the rule set and nothing else");
            return Map.of();
        }
        ZipContent content = new ZipContent(zip, faults);
        Map<String, byte[]> files = new TreeMap<>();
        for (Item item : accepted(withoutTop(items(entries)))) {
            content.of(item.entry(), place(item.path()))
                    .ifPresent(bytes -> files.put(item.path().name(), bytes));
        }
        if (files.isEmpty() && !faults.any()) {
            faults.add(WHOLE, "there is no file of a rule set in it", "zip the folder of the rule set");
        }
        return files;
    }

    /** What is neither left out nor dangerous by its very kind. */
    private List<Item> items(List<ZipArchiveEntry> entries) {
        List<Item> items = new ArrayList<>();
        for (ZipArchiveEntry entry : entries) {
            ZipPath path = ZipPath.of(entry);
            Optional<ZipPath.Wrong> wrong = path.wrong().or(() -> wrong(entry));
            if (wrong.isPresent()) {
                faults.add(place(path), wrong.get().message(), wrong.get().fix());
            } else if (!path.isLeftOut()) {
                items.add(new Item(entry, path));
            }
        }
        return items;
    }

    /** The kind is looked at whatever system the archive says it was made on: that too is told by whoever made it. */
    private static Optional<ZipPath.Wrong> wrong(ZipArchiveEntry entry) {
        int kind = (int) (entry.getExternalAttributes() >>> 16) & KIND_OF_FILE;
        if (kind != NO_KIND && kind != PLAIN_FILE && kind != FOLDER) {
            return Optional.of(new ZipPath.Wrong("it is a link or a device", "put the file itself in its place"));
        } else if (entry.getGeneralPurposeBit().usesEncryption()
                || entry.getGeneralPurposeBit().usesStrongEncryption()) {
            return Optional.of(new ZipPath.Wrong("it is encrypted", "zip it without a password"));
        } else if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            return Optional.of(new ZipPath.Wrong(
                    "it is packed by a method that is not read here", "zip it with the usual method, `deflate`"));
        }
        return Optional.empty();
    }

    /** People zip the folder, not what is in it: one folder around everything is taken off. */
    private static List<Item> withoutTop(List<Item> items) {
        List<Optional<String>> tops = items.stream()
                .filter(item -> !item.path().folder())
                .map(item -> item.path().top())
                .distinct()
                .toList();
        if (tops.size() != 1 || tops.get(0).isEmpty() || isScenarios(tops.get(0).get())) {
            return items;
        }
        String top = tops.get(0).get();
        return items.stream()
                .filter(item -> !isFolder(item.path(), top))
                .map(item -> new Item(item.entry(), item.path().within(top)))
                .toList();
    }

    private static boolean isScenarios(String folder) {
        return (folder + "/").equals(RuleFiles.SCENARIOS);
    }

    private static boolean isFolder(ZipPath path, String name) {
        return path.folder() && path.parts().equals(List.of(name));
    }

    /** The files that a rule set may hold, each once. */
    private List<Item> accepted(List<Item> items) {
        Map<String, String> seen = new HashMap<>();
        List<Item> accepted = new ArrayList<>();
        for (Item item : items) {
            ZipPath path = item.path();
            String before = seen.putIfAbsent(path.name().toLowerCase(Locale.ROOT), path.shown());
            if (before != null) {
                faults.add(
                        place(path),
                        before.equals(path.shown())
                                ? "it stands in the archive twice"
                                : "its name differs from `" + before + "` in capitals alone",
                        "take one out");
            } else if (isAllowed(path)) {
                accepted.add(item);
            }
        }
        return accepted.stream().filter(item -> !item.path().folder()).toList();
    }

    private boolean isAllowed(ZipPath path) {
        Optional<String> folder = path.top();
        boolean deeper = path.parts().size() > (path.folder() ? 1 : 2);
        if (folder.isPresent() && (deeper || !isScenarios(folder.get()))) {
            faults.add(
                    place(path),
                    "it stands in a folder that no rule set has",
                    "the one folder is `" + RuleFiles.SCENARIOS + "`, and one around all of them is allowed");
            return false;
        } else if (!path.folder() && !RuleFiles.mayHold(path.name())) {
            faults.add(
                    place(path),
                    "`" + path.shown() + "` is not a file of a rule set",
                    "rules end in .drl, decision tables in .drl.csv or .drl.xlsx, scenarios stand in `"
                            + RuleFiles.SCENARIOS + "` and end in .yaml");
            return false;
        }
        return true;
    }

    private static Place place(ZipPath path) {
        return new Place(path.shown(), 1, 1);
    }
}
