package org.waymark.ruleset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A rule set as a zip archive. What comes in is not trusted in anything: not in its names, not in the sizes that it
 * tells, not in how often it holds a file.
 */
public final class RuleSetZip {

    /** The place of a fault that is none of a file in the archive, but of all of it. */
    public static final String ARCHIVE = "the archive";

    /** The most entries that an archive may have, folders and what is left out included. */
    static final int MOST_ENTRIES = 200;

    /** The most bytes of one file when unpacked. */
    static final int MOST_BYTES_OF_A_FILE = 512 * 1024;

    /** The most bytes of all files when unpacked. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The most bytes of the archive: what does not get smaller when it is packed, and the headers beside it. */
    public static final int MOST_BYTES_PACKED = 9 * 1024 * 1024;

    /** The first moment that a zip can tell: an archive does not say when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private RuleSetZip() {}

    /**
     * The files of an archive. One folder around all of them is taken off, and what stands there for people alone,
     * {@code README.md} and hidden files, is left out. Whether the files are those of a rule set that can be used is for
     * {@link RuleSetReader} to say.
     *
     * @throws RuleSetRejected with every fault of the archive, where there is one
     */
    public static RuleFiles read(byte[] zip) throws RuleSetRejected {
        return new ZipReader().read(zip);
    }

    /**
     * The files as an archive; the same files give the same bytes, on any machine. For that they are stored and not
     * packed: how well a text is packed differs from one version of a library to the next.
     *
     * @throws IllegalArgumentException where a name is no plain file name
     */
    public static byte[] write(RuleFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.all().entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** INVARIANT: whoever unpacks an archive that was made here gets files in the folder they chose, and nowhere else. */
    private static ZipEntry entry(String name, byte[] content) {
        String within = name.startsWith(RuleFiles.SCENARIOS) ? name.substring(RuleFiles.SCENARIOS.length()) : name;
        if (!RuleSetReader.isPlain(within)) {
            throw new IllegalArgumentException("a file has a name that is no plain file name");
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
