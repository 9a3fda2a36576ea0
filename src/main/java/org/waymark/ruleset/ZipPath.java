package org.waymark.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The name of an entry of an archive, as its bytes have it. Libraries mend names, a backslash to a slash for one; what
 * is judged here is what was sent.
 *
 * @param parts between the slashes
 * @param folder whether it ends in a slash
 */
record ZipPath(String name, List<String> parts, boolean folder) {

    private static final int LONGEST_SHOWN = 100;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** Where Macs keep what only Macs need. */
    private static final String MAC = "__MACOSX";

    ZipPath {
        parts = List.copyOf(parts);
    }

    static ZipPath of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name = raw == null ? entry.getName() : new String(raw, StandardCharsets.UTF_8);
        boolean folder = name.endsWith("/");
        String path = folder ? name.substring(0, name.length() - 1) : name;
        return new ZipPath(name, List.of(path.split("/", -1)), folder);
    }

    /** What is wrong with it as a path within a folder, and how to mend that. */
    Optional<Wrong> wrong() {
        if (name.indexOf('\\') >= 0) {
            return Optional.of(new Wrong("the name has a backslash", "a folder is told by `/`: zip it anew"));
        } else if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return Optional.of(new Wrong("the name begins at the root of a disk", "zip the folder of the rule set"));
        } else if (parts.contains("..")) {
            return Optional.of(new Wrong("the name leads out of the archive", "zip the folder of the rule set"));
        } else if (parts.contains("") || parts.contains(".")) {
            return Optional.of(new Wrong("the name has a part that says nothing", "zip the folder of the rule set"));
        }
        return Optional.empty();
    }

    /** What is wrong, and how to mend it. */
    record Wrong(String message, String fix) {}

    /** Whether it is there for people, or for their machines, and no part of a rule set. */
    boolean isLeftOut() {
        return parts.get(0).equals(MAC)
                || parts.stream().anyMatch(part -> part.startsWith("."))
                || (!folder && RuleFiles.isForPeopleAlone(parts.get(parts.size() - 1)));
    }

    /** The folder that it stands in, if any. */
    Optional<String> top() {
        return parts.size() > 1 || folder ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** The same without the folder around it. */
    ZipPath within(String top) {
        return parts.size() > 1 && parts.get(0).equals(top)
                ? new ZipPath(name.substring(top.length() + 1), parts.subList(1, parts.size()), folder)
                : this;
    }

    /** As it may be shown to people: no longer than they read, and nothing in it that a page or a log could choke on. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(character -> shown.append(
                        character == '`' ? "'" : character >= ' ' && character < 0x7f ? (char) character : '?'));
        return shown.append(name.length() > LONGEST_SHOWN ? "…" : "").toString();
    }
}
