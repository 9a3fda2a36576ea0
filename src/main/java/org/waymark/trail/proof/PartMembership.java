package org.waymark.trail.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.log.Proofs;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.EntryLine;

/**
 * A file that holds some entries of the log. Its newest checkpoint stands first, then older ones, each with the proof
 * that the newest continues it; every entry has the proof that it is in the newest.
 */
final class PartMembership implements Membership {

    private final KnownCheckpoints known;
    private final Faults faults;
    private @Nullable Checkpoint newest;
    private @Nullable Checkpoint unproven;
    private final List<Long> sizes = new ArrayList<>();
    private long lastLeaf = -1;

    PartMembership(KnownCheckpoints known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    @Override
    public void entry(long line, EntryLine entry, Hash leaf) {
        requireProven(line);
        String id = entry.entry().id();
        if (entry.leaf() <= lastLeaf) {
            faults.add(
                    line,
                    id,
                    "leaf",
                    "`" + entry.leaf() + "` stands behind leaf " + lastLeaf
                            + ": entries stand in the order of the log, each once");
        }
        lastLeaf = Math.max(lastLeaf, entry.leaf());
        List<Hash> proof = entry.proof();
        if (proof == null) {
            faults.add(line, id, "proof", "is missing");
        } else if (newest == null) {
            faults.add(line, id, "proof", "there is no checkpoint before it to hold it to");
        } else if (!Proofs.verifyInclusion(leaf, entry.leaf(), newest.size(), proof, newest.root())) {
            faults.add(
                    line,
                    id,
                    "proof",
                    "does not show that this entry is leaf " + entry.leaf() + " of the log of " + newest.size()
                            + " entries that was signed: the entry, its place or the proof was changed");
        }
    }

    @Override
    public void checkpoint(long line, Checkpoint checkpoint) {
        requireProven(line);
        if (newest == null) {
            newest = checkpoint;
        } else if (lastLeaf >= 0 || checkpoint.size() >= sizes.get(sizes.size() - 1)) {
            faults.add(line, "note", "checkpoints stand before all entries, the newest first");
        } else {
            unproven = checkpoint;
        }
        sizes.add(checkpoint.size());
        known.seen(line, checkpoint.size(), checkpoint.root());
    }

    @Override
    public void consistency(long line, ConsistencyLine proof) {
        if (unproven == null || newest == null) {
            faults.add(line, "type", "such a line stands behind an older checkpoint only");
            return;
        }
        boolean sizesFit = proof.from() == unproven.size() && proof.to() == newest.size();
        if (!sizesFit
                || !Proofs.verifyConsistency(
                        unproven.size(), newest.size(), unproven.root(), newest.root(), proof.proof())) {
            faults.add(
                    line,
                    sizesFit ? "proof" : "from",
                    "does not show that the log of " + newest.size() + " entries continues that of " + unproven.size()
                            + ": one of the checkpoints, or the proof, is not of this log");
        }
        unproven = null;
    }

    private void requireProven(long line) {
        if (unproven != null) {
            faults.add(
                    line,
                    "type",
                    "the checkpoint of " + unproven.size() + " entries before it has no consistency line");
            unproven = null;
        }
    }

    @Override
    public void end(long line) {
        requireProven(line);
        known.end(sizes);
    }
}
