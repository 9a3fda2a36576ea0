package org.waymark.trail.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.KeyType;
import org.waymark.trail.log.SignedNote;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.proof.CanonicalJson.NotAsWritten;
import org.waymark.trail.proof.ExportLine.CheckpointLine;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.End;
import org.waymark.trail.proof.ExportLine.EntryLine;
import org.waymark.trail.proof.ExportLine.Header;
import org.waymark.trail.proof.ExportLine.RuleSetFiles;
import org.waymark.trail.proof.LineFields.FieldFault;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.OnePerson;
import org.waymark.trail.proof.Scope.WholeLog;
import tools.jackson.databind.node.ObjectNode;

/** From the bytes of a line to what it says. Whether that is true is for others to find out. */
final class LineParser {

    static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    static final String A_HASH = "a SHA-256 hash in 64 lower-case hexadecimal digits";

    private static final Pattern RULE_SET = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,200}");

    private LineParser() {}

    /**
     * What became of a line.
     *
     * @param line what it says; nothing where it has faults
     * @param entry the id that an entry with faults claims
     */
    record Parsed(Optional<ExportLine> line, @Nullable String entry, List<FieldFault> faults) {}

    /** @throws NotAsWritten if the bytes are no object in canonical JSON */
    static Parsed parse(byte[] line) throws NotAsWritten {
        ObjectNode object = CanonicalJson.read(line);
        LineFields fields = LineFields.of(object);
        Optional<ExportLine> read = read(fields);
        fields.nothingElse();
        List<FieldFault> faults = fields.faults();
        String id = object.path("entry").path("id").asString("");
        return new Parsed(faults.isEmpty() ? read : Optional.empty(), id.isEmpty() ? null : Shown.cut(id), faults);
    }

    private static Optional<ExportLine> read(LineFields fields) {
        String type = fields.text("type");
        return switch (type) {
            case Header.TYPE -> header(fields);
            case RuleSetFiles.TYPE -> ruleSet(fields);
            case EntryLine.TYPE -> entry(fields);
            case CheckpointLine.TYPE -> fields.read("note", SignedNote::parse).map(CheckpointLine::new);
            case ConsistencyLine.TYPE ->
                Optional.of(new ConsistencyLine(fields.number("from"), fields.number("to"), fields.hashes("proof")));
            case End.TYPE -> end(fields);
            default -> {
                fields.fault(
                        "type",
                        Shown.quoted(type) + " is no kind of line; there are header, rule-set, entry,"
                                + " checkpoint, consistency and end");
                yield Optional.empty();
            }
        };
    }

    private static Optional<ExportLine> header(LineFields fields) {
        String format = fields.text("format");
        if (!format.equals(ExportLine.FORMAT)) {
            fields.fault("format", Shown.quoted(format) + " is not known here, only `" + ExportLine.FORMAT + "`");
        }
        List<Verifier> keys = fields.list("keys", Verifier::parse);
        List<Verifier> witnesses = fields.list("witnesses", Verifier::parse);
        requireType(fields, "keys", keys, KeyType.NOTE);
        requireType(fields, "witnesses", witnesses, KeyType.COSIGNATURE);
        return scope(fields).map(scope -> new Header(scope, fields.text("origin"), keys, witnesses));
    }

    private static void requireType(LineFields fields, String name, List<Verifier> keys, KeyType type) {
        if (keys.stream().anyMatch(key -> key.type() != type)) {
            fields.fault(name, "holds a key that signs something else");
        }
        if (keys.stream().distinct().count() != keys.size()) {
            fields.fault(name, "holds a key twice");
        }
    }

    private static Optional<Scope> scope(LineFields fields) {
        String scope = fields.text("scope");
        return switch (scope) {
            case "log" -> Optional.of(new WholeLog());
            case "person" -> Optional.of(new OnePerson(fields.text("of", NAME, "a pseudonym")));
            case "decision" -> Optional.of(new OneDecision(fields.text("of", NAME, "the id of a decision")));
            default -> {
                fields.fault("scope", Shown.quoted(scope) + " is none of `log`, `person` and `decision`");
                yield Optional.empty();
            }
        };
    }

    private static Optional<ExportLine> ruleSet(LineFields fields) {
        String hash = fields.text("hash", RULE_SET, "`sha256:` and 64 lower-case hexadecimal digits");
        return Optional.of(new RuleSetFiles(hash, new TreeMap<>(fields.bytes("files"))));
    }

    private static Optional<ExportLine> entry(LineFields fields) {
        ContentKey key = fields.has("key") ? key(fields) : null;
        Map<String, String> content = fields.has("content") ? fields.texts("content") : null;
        List<Hash> proof = fields.has("proof") ? fields.hashes("proof") : null;
        long leaf = fields.number("leaf");
        return SealedFields.read(fields.within("entry")).map(entry -> new EntryLine(entry, key, content, leaf, proof));
    }

    private static @Nullable ContentKey key(LineFields fields) {
        try {
            return fields.base64("key").map(ContentKey::of).orElse(null);
        } catch (IllegalArgumentException e) {
            fields.fault("key", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Optional<ExportLine> end(LineFields fields) {
        long lines = fields.number("lines");
        String sha256 = fields.text("sha256", HEX, A_HASH);
        return fields.read("note", SignedNote::parse).map(note -> new End(lines, sha256, note));
    }
}
