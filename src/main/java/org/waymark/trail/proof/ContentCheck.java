package org.waymark.trail.proof;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.SealedEntry;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.MerkleHashing;
import org.waymark.trail.proof.ExportLine.CheckpointLine;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.End;
import org.waymark.trail.proof.ExportLine.EntryLine;
import org.waymark.trail.proof.ExportLine.Header;
import org.waymark.trail.proof.ExportLine.RuleSetFiles;
import org.waymark.trail.proof.Report.Counts;
import org.waymark.trail.proof.Scope.WholeLog;

/** Checks what the lines behind the first one say, each as it comes and all together at the end. */
final class ContentCheck implements AutoCloseable {

    private final Header header;
    private final Faults faults;
    private final Signatures signatures;
    private final Membership membership;
    private final Claims claims = new Claims();
    private final RuleSetCheck ruleSets;
    private final EntryCheck entryCheck;
    private long entries;
    private long checkpoints;

    ContentCheck(Header header, Anchor anchor, RuleSetHash hash, Faults faults) {
        this.header = header;
        this.faults = faults;
        this.signatures = new Signatures(header, anchor, faults);
        KnownCheckpoints known = new KnownCheckpoints(signatures.given(), faults);
        this.membership = header.scope() instanceof WholeLog
                ? new WholeLogMembership(known, faults)
                : new PartMembership(known, faults);
        this.ruleSets = new RuleSetCheck(hash, faults);
        this.entryCheck = new EntryCheck(header.scope(), claims, ruleSets, faults);
    }

    Header header() {
        return header;
    }

    Signatures signatures() {
        return signatures;
    }

    Counts counts(long lines) {
        return new Counts(lines, entries, entryCheck.opened(), entryCheck.erased(), ruleSets.count(), checkpoints);
    }

    /** @throws IOException if what must be compared later cannot be kept */
    void line(long line, ExportLine read) throws IOException {
        if (read instanceof EntryLine entry) {
            entry(line, entry);
        } else if (read instanceof RuleSetFiles files) {
            ruleSets.files(line, files);
        } else if (read instanceof CheckpointLine checkpoint) {
            checkpoints++;
            Optional<Checkpoint> of = signatures.checkpoint(line, checkpoint.note());
            of.ifPresent(one -> membership.checkpoint(line, one));
        } else if (read instanceof ConsistencyLine proof) {
            membership.consistency(line, proof);
        } else if (line > 1) {
            faults.add(line, "type", "such a line stands first in a file, and nowhere else");
        }
    }

    private void entry(long line, EntryLine read) throws IOException {
        entries++;
        SealedEntry entry = read.entry();
        byte[] sealed = entry.bytes();
        membership.entry(line, read, MerkleHashing.leaf(sealed));
        entryCheck.check(line, read, new Hash(FileCheck.sha256().digest(sealed)).hex());
        signatures.changes().entry(line, entry, read.leaf(), faults);
    }

    /**
     * All is read.
     *
     * @param last the last line, where there is one
     */
    void end(long line, @Nullable End last) throws IOException {
        ruleSets.end();
        membership.end(line);
        signatures.end(line, last);
        LinkCheck links = new LinkCheck(header.scope(), faults);
        claims.forEachGroup(links::check);
        if (!entryCheck.found()) {
            faults.add(line, null, "what the file is about is not in it");
        }
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }
}
