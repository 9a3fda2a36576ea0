package org.waymark.casework.worklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.waymark.trail.Entry;
import org.waymark.trail.Hears;

/**
 * What this process has just recorded, so that it is in the lists before the log has come to it. Where more is recorded
 * than the lists can take in at once, some of it is left to the log, which has it all.
 */
final class Nudges implements Hears {

    private static final int MOST = 256;

    private final BlockingQueue<Entry> heard = new ArrayBlockingQueue<>(MOST);
    private final LongAdder leftToTheLog = new LongAdder();

    @Override
    public void recorded(Entry entry) {
        boolean taken = !Folding.KINDS.contains(entry.kind()) || heard.offer(entry);
        if (!taken) {
            leftToTheLog.increment();
        }
    }

    /** How much of it is left to the log since the start. */
    long leftToTheLog() {
        return leftToTheLog.sum();
    }

    /** What was heard of and not taken yet; waits for it so long at most. */
    List<Entry> take(Duration patience) throws InterruptedException {
        List<Entry> taken = new ArrayList<>();
        Entry first = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            heard.drainTo(taken);
        }
        return taken;
    }
}
