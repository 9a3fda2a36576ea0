package org.waymark.trail.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedTrail.Held;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.proof.ExportLine.End;
import org.waymark.trail.proof.ExportLine.EntryLine;
import org.waymark.trail.proof.ExportLine.RuleSetFiles;

/** Writes the lines of one export, and the last one over all of them. */
final class ExportWriter {

    private final OutputStream out;
    private final RuleSetSource ruleSets;
    private final MessageDigest digest = FileCheck.sha256();
    private final Set<String> written = new LinkedHashSet<>();
    private long lines;

    ExportWriter(OutputStream out, RuleSetSource ruleSets) {
        this.out = out;
        this.ruleSets = ruleSets;
    }

    void line(ExportLine line) throws IOException {
        byte[] bytes = (line.print() + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        digest.update(bytes);
        lines++;
    }

    /** An entry, and before it the rule sets that it is the first to name. */
    void entry(Held held, long leaf, @Nullable List<Hash> proof) throws IOException {
        Map<String, String> content = held.content();
        for (String text : content.values()) {
            String hash = References.ruleSet(text).orElse("");
            if (!hash.isEmpty() && written.add(hash)) {
                ruleSet(hash);
            }
        }
        boolean opened = held.key() != null && held.entry().body() instanceof Encrypted;
        line(new EntryLine(held.entry(), opened ? held.key() : null, opened ? content : null, leaf, proof));
    }

    private void ruleSet(String hash) throws IOException {
        var files = ruleSets.files(hash);
        if (files.isPresent()) {
            line(new RuleSetFiles(hash, files.get()));
        }
    }

    void end(String origin, LogKey key) throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        SignedNote note = SignedNote.sign(End.text(origin, lines, sha256), key);
        out.write((new End(lines, sha256, note).print() + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
