package org.waymark.trail.proof;

import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.Hash;
import org.waymark.trail.proof.ExportLine.ConsistencyLine;
import org.waymark.trail.proof.ExportLine.EntryLine;

/** Holds the lines of a file, in their order, to the tree that its checkpoints speak of. */
interface Membership {

    void entry(long line, EntryLine entry, Hash leaf);

    void checkpoint(long line, Checkpoint checkpoint);

    void consistency(long line, ConsistencyLine proof);

    /** All is read. */
    void end(long line);
}
