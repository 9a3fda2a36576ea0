package org.waymark.trail;

/** Keeps something elsewhere of what is recorded about young people, and takes it away when that is erased. */
@FunctionalInterface
public interface Forgets {

    /** Takes it away. Called once the erasure is recorded, and called again where that broke off. */
    void forget(Erasure.Done erased);
}
