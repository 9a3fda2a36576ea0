package org.waymark.casework;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.assessment.PersonKey;

/**
 * Lets those who record about one young person in this process take turns, so that they do not screen in vain. That is
 * a courtesy only: what keeps a trail whole is the store, which other processes write to as well.
 */
final class Turns {

    /** People share locks, so that there is no list of them to grow. */
    private static final int LOCKS = 512;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T, C extends Exception> {
        T run() throws InvalidAssessment, C;
    }

    <T, C extends Exception> T take(PersonKey person, Work<T, C> work) throws InvalidAssessment, C {
        Lock lock = locks[Math.floorMod(person.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
