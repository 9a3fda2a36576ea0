package org.waymark.trail.proof;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.SealedEntry.Encrypted;
import org.waymark.trail.SealedEntry.Open;
import org.waymark.trail.keys.ContentKey;
import org.waymark.trail.proof.Claim.Kind;
import org.waymark.trail.proof.ExportLine.EntryLine;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.OnePerson;

/** Checks one entry by itself, and says of it what others are held to. */
final class EntryCheck {

    private final Scope scope;
    private final Claims claims;
    private final RuleSetCheck ruleSets;
    private final Faults faults;
    private long erased;
    private long opened;
    private boolean found;

    /** Of a capsule, which entries are there without their content. */
    private final Set<String> withheld = new HashSet<>();

    EntryCheck(Scope scope, Claims claims, RuleSetCheck ruleSets, Faults faults) {
        this.scope = scope;
        this.claims = claims;
        this.ruleSets = ruleSets;
        this.faults = faults;
    }

    /** How many entries have content that the file does not open. */
    long erased() {
        return erased;
    }

    /** How many entries were opened with their keys. */
    long opened() {
        return opened;
    }

    /** Whether the file holds what it is about. */
    boolean found() {
        return found;
    }

    void check(long line, EntryLine read, String hash) throws IOException {
        SealedEntry entry = read.entry();
        requireScope(line, entry);
        Map<String, String> content = content(line, read);
        ruleSets.entry(line, entry.id(), named(content));
        claim(line, entry, hash);
        found |= !(scope instanceof OneDecision);
        boolean itself = scope instanceof OneDecision one && one.decision().equals(entry.decisionId());
        if (itself || scope instanceof Scope.WholeLog) {
            for (String earlier : References.history(content)) {
                claims.add(new Claim(Claim.ENTRY + earlier, Kind.RESTS_ON, line, entry.id(), ""));
            }
        }
        found |= itself;
        List<String> gone = References.erased(entry);
        for (String one : gone) {
            claims.add(new Claim(Claim.ENTRY + one, Kind.ERASES, line, entry.id(), ""));
        }
        if (itself || isNeeded(entry, gone)) {
            claims.add(new Claim(Claim.ENTRY + entry.id(), Kind.RESTS_ON, line, entry.id(), ""));
        }
    }

    /** Whether it says of what stands before it why its content is gone, or how one key of the log handed over. */
    private boolean isNeeded(SealedEntry entry, List<String> gone) {
        return scope instanceof OneDecision
                && (KeyChanges.tells(entry) || gone.stream().anyMatch(withheld::contains));
    }

    private static Set<String> named(Map<String, String> content) {
        Set<String> named = new LinkedHashSet<>();
        content.values().forEach(text -> References.ruleSet(text).ifPresent(named::add));
        return named;
    }

    private void requireScope(long line, SealedEntry entry) {
        if (scope instanceof OnePerson one
                && !one.person().equals(entry.person().pseudonym())
                && !KeyChanges.tells(entry)) {
            faults.add(line, entry.id(), "entry/person", "the file is about another young person alone");
        }
    }

    /** What the entry says; nothing where it cannot be opened. */
    private Map<String, String> content(long line, EntryLine read) throws IOException {
        SealedEntry entry = read.entry();
        Map<String, String> shown = read.content();
        ContentKey key = read.key();
        if (entry.body() instanceof Open open) {
            if (shown != null || key != null) {
                faults.add(line, entry.id(), shown == null ? "key" : "content", "is not allowed: the entry is open");
            }
            return open.texts();
        }
        if ((shown == null) != (key == null)) {
            faults.add(line, entry.id(), shown == null ? "content" : "key", "is missing: both are there, or neither");
        }
        if (key == null) {
            erased++;
            claims.add(new Claim(Claim.ENTRY + entry.id(), Kind.WITHHELD, line, entry.id(), ""));
            if (scope instanceof OneDecision) {
                withheld.add(entry.id());
            }
            return Map.of();
        }
        return opened(line, read, key, (Encrypted) entry.body());
    }

    private Map<String, String> opened(long line, EntryLine read, ContentKey key, Encrypted body) {
        String id = read.entry().id();
        if (!key.commitment().equals(body.commitment())) {
            faults.add(line, id, "key", "is not the key that the entry was sealed with");
        }
        try {
            Map<String, String> content =
                    key.open(Base64Text.read(body.content()).orElseThrow(), id);
            Map<String, String> shown = Objects.requireNonNullElse(read.content(), content);
            if (!shown.equals(content)) {
                faults.add(line, id, "content", "is not what was recorded, which the key opens: it was changed");
            }
            opened++;
            return content;
        } catch (GeneralSecurityException e) {
            faults.add(
                    line, id, "entry/content", "the key does not open it: the key, the id or the content was changed");
            return Map.of();
        }
    }

    private void claim(long line, SealedEntry entry, String hash) throws IOException {
        String id = entry.id();
        claims.add(new Claim(Claim.ENTRY + id, Kind.IS, line, id, hash));
        String previous = entry.previous();
        if (previous != null) {
            String before = id.substring(0, id.length() - 10) + "%010d".formatted(entry.sequence() - 1);
            claims.add(new Claim(Claim.ENTRY + before, Kind.FOLLOWS, line, id, previous));
        }
        claims.add(new Claim(Claim.SUBMISSION + entry.submission().pseudonym(), Kind.IS, line, id, ""));
        String decision = entry.decisionId();
        if (decision != null) {
            claims.add(new Claim(Claim.DECISION + decision, Kind.IS, line, id, ""));
        }
        String lane = entry.lane();
        claims.add(new Claim(Claim.LANE + lane, Kind.IS, line, id, ""));
        int colon = lane.lastIndexOf(':') + 1;
        long number = Long.parseLong(lane.substring(colon));
        if (number > 1) {
            claims.add(new Claim(Claim.LANE + lane.substring(0, colon) + (number - 1), Kind.FOLLOWS, line, id, ""));
        }
    }
}
