package org.waymark.trail.proof;

import java.util.List;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Hash;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.EntryLine;

/**
 * A file that holds the log from its first entry on: the tree is built again from the entries, and every checkpoint,
 * which stands behind the last entry that it covers, must have the root of the tree up to there. So each continues all
 * before it.
 */
final class WholeLogMembership implements Membership {

    private final KnownCheckpoints known;
    private final Faults faults;
    private CompactTree tree = CompactTree.EMPTY;
    private long sealed;
    private boolean fits = true;

    WholeLogMembership(KnownCheckpoints known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    @Override
    public void entry(long line, EntryLine entry, Hash leaf) {
        String id = entry.entry().id();
        if (entry.leaf() != tree.size()) {
            faults.add(
                    line,
                    id,
                    "leaf",
                    "`" + entry.leaf() + "` stands where leaf " + tree.size()
                            + " of the log must stand: entries are missing, too many, or in another order");
        }
        if (entry.proof() != null) {
            faults.add(line, id, "proof", "is not needed in a file of the whole log, and not allowed");
        }
        tree = tree.append(leaf);
        known.seen(line, tree.size(), tree.root());
    }

    @Override
    public void checkpoint(long line, Checkpoint checkpoint) {
        if (checkpoint.size() != tree.size()) {
            faults.add(
                    line,
                    "note",
                    "the checkpoint speaks of " + checkpoint.size() + " entries, and " + tree.size()
                            + " stand before it");
        } else if (checkpoint.size() == sealed) {
            faults.add(line, "note", "the checkpoint before it speaks of as many entries");
        } else if (!checkpoint.root().equals(tree.root()) && fits) {
            // Every later one is as wrong, and says no more.
            fits = false;
            faults.add(
                    line,
                    "note",
                    "the entries before it are not those that were signed: between leaf " + sealed + " and leaf "
                            + (tree.size() - 1) + " something was changed, added, removed or moved");
        }
        sealed = checkpoint.size();
    }

    @Override
    public void consistency(long line, ConsistencyLine proof) {
        faults.add(line, "type", "no such line stands in a file of the whole log, which proves this by itself");
    }

    @Override
    public void end(long line) {
        if (sealed != tree.size()) {
            faults.add(
                    line,
                    null,
                    "the last checkpoint speaks of " + sealed + " entries, and the file holds " + tree.size()
                            + ": what no checkpoint covers is not proven");
        }
        known.end(List.of());
    }
}
