package io.windrow.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** From this JVM's management beans, for want of counters; each reading allocates some hundred bytes. */
final class BeanFigures extends JvmFigures {

    private static final String METASPACE = "Metaspace";
    private static final String[] YOUNG_POOLS = {"Eden", "Survivor", "Young"};
    private static final String[] OLD_POOLS = {"Old", "Tenured"};

    private final MemoryPoolMXBean[] pools;

    BeanFigures() {
        super(CollectorStatistics.managed());
        List<MemoryPoolMXBean> beans = ManagementFactory.getMemoryPoolMXBeans();
        pools = beans.toArray(new MemoryPoolMXBean[0]);
    }

    @Override
    void read(Sample sample) {
        readStatistics(sample);
        readOwnHeap(sample, true);
        for (int i = 0; i < pools.length; i++) {
            readPool(pools[i], sample);
        }
        if (sample.get(Figure.COLLECTIONS) == 0) {
            sample.set(Figure.HEAP_AFTER_COLLECTION, Sample.ABSENT);
        }
    }

    @Override
    String missing() {
        return "no stops of all threads, collections in whole ms, reading allocates (no performance counters)";
    }

    private static void readPool(MemoryPoolMXBean pool, Sample sample) {
        String name = pool.getName();
        MemoryUsage usage = pool.getUsage();
        if (name.equals(METASPACE)) {
            add(usage, sample, Figure.METASPACE_USED, Figure.METASPACE_COMMITTED);
        } else if (containsAny(name, YOUNG_POOLS)) {
            add(usage, sample, Figure.YOUNG_USED, Figure.YOUNG_COMMITTED);
        } else if (containsAny(name, OLD_POOLS)) {
            add(usage, sample, Figure.OLD_USED, Figure.OLD_COMMITTED);
        }
        MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
        if (after != null) {
            sample.add(Figure.HEAP_AFTER_COLLECTION, after.getUsed());
        }
    }

    private static void add(MemoryUsage usage, Sample sample, Figure used, Figure committed) {
        sample.add(used, usage.getUsed());
        sample.add(committed, usage.getCommitted());
    }

    private static boolean containsAny(String name, String[] parts) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
