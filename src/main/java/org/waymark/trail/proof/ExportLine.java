package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;

/** A line of an export. */
sealed interface ExportLine {

    /** The form of exports that this version writes and reads. */
    String FORMAT = "waymark-trail/1";

    /** The fields that the line has beside its {@code type}, as {@link CanonicalJson} writes them. */
    Map<String, Object> fields();

    /** The word that tells this kind of line. */
    String type();

    /** The line without its newline. */
    default String print() {
        Map<String, Object> all = new LinkedHashMap<>(fields());
        all.put("type", type());
        return CanonicalJson.write(all);
    }

    /**
     * The first line.
     *
     * @param origin which log it is of
     * @param keys the public keys that signed the checkpoints of this file, the oldest first
     * @param witnesses the public keys of those who cosigned them
     */
    record Header(Scope scope, String origin, List<Verifier> keys, List<Verifier> witnesses) implements ExportLine {

        static final String TYPE = "header";

        public Header {
            keys = List.copyOf(keys);
            witnesses = List.copyOf(witnesses);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("format", FORMAT);
            fields.put("origin", origin);
            fields.put("keys", keys.stream().map(Verifier::text).toList());
            fields.put("witnesses", witnesses.stream().map(Verifier::text).toList());
            fields.put("scope", scope.code());
            if (!scope.of().isEmpty()) {
                fields.put("of", scope.of());
            }
            return fields;
        }
    }

    /**
     * The files of a rule set that the next entry names.
     *
     * @param files their bytes by name
     */
    record RuleSetFiles(String hash, SortedMap<String, byte[]> files) implements ExportLine {

        static final String TYPE = "rule-set";

        public RuleSetFiles {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> contents = new TreeMap<>();
            files.forEach((name, bytes) -> contents.put(name, Base64Text.of(bytes)));
            return Map.of("hash", hash, "files", contents);
        }
    }

    /**
     * An entry.
     *
     * @param key opens its content; absent where that is open, was erased, or is withheld
     * @param content what the key opens, for whoever reads the file without opening it
     * @param leaf its place in the log, from 0
     * @param proof that it is there, in the newest checkpoint of this file; absent where the file is the whole log
     */
    record EntryLine(
            SealedEntry entry,
            @Nullable ContentKey key,
            @Nullable Map<String, String> content,
            long leaf,
            @Nullable List<Hash> proof)
            implements ExportLine {

        static final String TYPE = "entry";

        public EntryLine {
            proof = proof == null ? null : List.copyOf(proof);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("entry", entry.fields());
            fields.put("leaf", leaf);
            if (key != null) {
                fields.put("key", Base64Text.of(key.bytes()));
            }
            if (content != null) {
                fields.put("content", content);
            }
            if (proof != null) {
                fields.put("proof", texts(proof));
            }
            return fields;
        }
    }

    /** What was signed of the log at one size. */
    record CheckpointLine(SignedNote note) implements ExportLine {

        static final String TYPE = "checkpoint";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("note", note.print());
        }
    }

    /** What shows that the log of one checkpoint is the beginning of that of another. */
    record ConsistencyLine(long from, long to, List<Hash> proof) implements ExportLine {

        static final String TYPE = "consistency";

        public ConsistencyLine {
            proof = List.copyOf(proof);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("from", from, "to", to, "proof", texts(proof));
        }
    }

    /**
     * The last line.
     *
     * @param lines how many stand before it
     * @param sha256 over all of them, newlines included, in hexadecimal
     * @param note the same, signed by the log's key
     */
    record End(long lines, String sha256, SignedNote note) implements ExportLine {

        static final String TYPE = "end";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("lines", lines, "sha256", sha256, "note", note.print());
        }

        /** What is signed; it begins like no checkpoint of any log. */
        static String text(String origin, long lines, String sha256) {
            return FORMAT + " end\n" + origin + "\n" + lines + "\n" + sha256 + "\n";
        }
    }

    private static List<String> texts(List<Hash> hashes) {
        List<String> texts = new ArrayList<>();
        hashes.forEach(hash -> texts.add(hash.base64()));
        return texts;
    }
}
