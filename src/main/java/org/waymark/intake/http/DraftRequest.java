package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.waymark.policy.Policy;
import org.waymark.policy.PolicyRefusal;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.RuleSetZip;
import tools.jackson.databind.JsonNode;

/**
 * A version that somebody brings in: as a zip of its folder, or as JSON that says in which files it differs from
 * another.
 *
 * @param parent the version that it was made from, if it was made from one
 */
record DraftRequest(RuleFiles files, String note, @Nullable String parent) {

    static final String ZIP = "application/zip";
    static final String NOTE = "note";
    static final String PARENT = "parent";
    static final String FILES = "files";

    /** The ending of a file that is no text. */
    private static final String WORKBOOK = ".xlsx";

    /**
     * Reads what was sent.
     *
     * @throws Refused where it is neither, or says something that it may not
     * @throws RuleSetRejected with every fault of the archive
     * @throws PolicyRefusal where the version that the JSON builds on is unknown
     */
    static DraftRequest of(HttpServletRequest request, Policy policy) throws RuleSetRejected, PolicyRefusal {
        boolean zip = MediaType.valueOf(ZIP).includes(MediaType.parseMediaType(request.getContentType()));
        return zip ? zipped(request) : json(request, policy);
    }

    private static DraftRequest zipped(HttpServletRequest request) throws RuleSetRejected {
        Form form = Form.ofQuery(request, List.of(NOTE, PARENT));
        String note = form.text(NOTE);
        String parent = form.optional(PARENT).orElse(null);
        form.orRefuse();
        byte[] zip = Body.binary(request, RuleSetZip.MOST_BYTES_PACKED);
        return new DraftRequest(RuleSetZip.read(zip), note, parent);
    }

    private static DraftRequest json(HttpServletRequest request, Policy policy) throws PolicyRefusal {
        Form.ofQuery(request, List.of()).orRefuse();
        Form form = Form.of(request, List.of(NOTE, PARENT, FILES));
        String note = form.text(NOTE);
        String parent = form.text(PARENT);
        JsonNode changes = form.object(FILES);
        changes.properties().forEach(file -> check(file.getKey(), file.getValue(), form));
        form.orRefuse();
        SortedMap<String, byte[]> files = policy.files(parent).all();
        changes.properties().forEach(file -> {
            if (file.getValue().isNull()) {
                files.remove(file.getKey());
            } else {
                files.put(file.getKey(), file.getValue().asString().getBytes(StandardCharsets.UTF_8));
            }
        });
        return new DraftRequest(RuleFiles.of(files), note, parent);
    }

    private static void check(String name, JsonNode content, Form form) {
        if (content.isNull()) {
            return;
        }
        if (name.endsWith(WORKBOOK)) {
            form.faultWithin(
                    FILES,
                    name,
                    "a workbook is no text: send the whole folder as a zip, with `Content-Type: " + ZIP
                            + "`, or save the table as CSV, with a name that ends in .drl.csv");
        } else if (!content.isString()) {
            form.faultWithin(FILES, name, "must be a text, or null to take the file out");
        }
    }
}
