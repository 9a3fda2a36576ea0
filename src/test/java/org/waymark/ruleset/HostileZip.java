package org.waymark.ruleset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** An archive that a test makes entry by entry, as no honest program would. */
public final class HostileZip {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    public HostileZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8), 0);
    }

    public HostileZip with(String name, byte[] content) {
        return with(name, content, 0);
    }

    /** With this kind and mode of a file, as Unix tells them. */
    HostileZip with(String name, byte[] content, int unixMode) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        if (unixMode != 0) {
            entry.setUnixMode(unixMode);
        }
        return with(entry, content);
    }

    /** Without packing it. */
    HostileZip stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return with(entry, content);
    }

    private HostileZip with(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            if (!entry.isDirectory()) {
                zip.write(content);
            }
            zip.closeArchiveEntry();
            return this;
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** The same with one text for another of the same length, wherever it stands: names in both headers. */
    static byte[] replaced(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same with these two bytes at this place of every entry in the archive's directory. */
    static byte[] inDirectory(byte[] zip, int offset, int low, int high) {
        byte[] changed = zip.clone();
        for (int at = 0; at + 4 < changed.length; at++) {
            if (changed[at] == 'P' && changed[at + 1] == 'K' && changed[at + 2] == 1 && changed[at + 3] == 2) {
                changed[at + offset] = (byte) low;
                changed[at + offset + 1] = (byte) high;
            }
        }
        return changed;
    }
}
