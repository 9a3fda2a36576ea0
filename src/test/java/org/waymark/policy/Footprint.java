package org.waymark.policy;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/**
 * What this JVM holds on to once everything that can be let go is let go.
 *
 * @param classes loaded now
 * @param heapKiB in use right after a collection
 * @param metaspaceKiB in use for the classes
 */
record Footprint(int classes, long heapKiB, long metaspaceKiB) {

    private static final int MOST_COLLECTIONS = 12;
    private static final int KIB = 1024;

    /** Collects until nothing more goes: classes go a collection after the last object of theirs. */
    static Footprint settled() {
        Footprint least = afterACollection();
        int unchanged = 0;
        for (int i = 0; i < MOST_COLLECTIONS && unchanged < 2; i++) {
            Footprint now = afterACollection();
            unchanged = now.classes < least.classes ? 0 : unchanged + 1;
            least = new Footprint(
                    Math.min(now.classes, least.classes),
                    Math.min(now.heapKiB, least.heapKiB),
                    Math.min(now.metaspaceKiB, least.metaspaceKiB));
        }
        return least;
    }

    private static Footprint afterACollection() {
        System.gc();
        return new Footprint(
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), heap() / KIB, metaspace() / KIB);
    }

    /** What survived the last collection, so that what threads made since does not count. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
