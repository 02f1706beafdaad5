package io.windrow.metrics;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Collector figures from the management beans, for a JVM without counters: whole milliseconds, no safepoints. Beans whose name
 * ends in "Cycles" (ZGC, Shenandoah) time work beside the running program and are left out.
 */
final class BeanStatistics implements CollectorStatistics {

    private static final String CONCURRENT_ENDING = "Cycles";
    private static final String[] YOUNG = {"Copy", "PS Scavenge", "G1 Young Generation", "ZGC Minor Pauses"};
    private static final String[] OLD = {"MarkSweepCompact", "PS MarkSweep", "G1 Old Generation"};
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    private final GarbageCollectorMXBean[] all = pausing();
    private final GarbageCollectorMXBean young = named(YOUNG);
    private final GarbageCollectorMXBean old = named(OLD);

    @Override
    public long collections() {
        long sum = all.length == 0 ? -1 : 0;
        for (int i = 0; i < all.length; i++) {
            sum += all[i].getCollectionCount();
        }
        return sum;
    }

    @Override
    public long youngCollections() {
        return young == null ? -1 : young.getCollectionCount();
    }

    @Override
    public long oldCollections() {
        return old == null ? -1 : old.getCollectionCount();
    }

    @Override
    public long collectionNanos() {
        long sum = all.length == 0 ? -1 : 0;
        for (int i = 0; i < all.length; i++) {
            sum += all[i].getCollectionTime() * NANOS_PER_MILLI;
        }
        return sum;
    }

    @Override
    public long safepoints() {
        return -1;
    }

    @Override
    public long safepointNanos() {
        return -1;
    }

    @Override
    public long safepointSyncNanos() {
        return -1;
    }

    @Override
    public long loadedClasses() {
        return classes.getLoadedClassCount();
    }

    @Override
    public long resolutionNanos() {
        return NANOS_PER_MILLI;
    }

    @Override
    public String source() {
        return "MXBeans";
    }

    @Override
    public void close() {
        // The beans belong to the JVM.
    }

    private static GarbageCollectorMXBean[] pausing() {
        List<GarbageCollectorMXBean> pausing = new ArrayList<>();
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (!bean.getName().endsWith(CONCURRENT_ENDING)) {
                pausing.add(bean);
            }
        }
        return pausing.toArray(new GarbageCollectorMXBean[0]);
    }

    private GarbageCollectorMXBean named(String[] names) {
        for (GarbageCollectorMXBean bean : all) {
            for (String name : names) {
                if (bean.getName().equals(name)) {
                    return bean;
                }
            }
        }
        return null;
    }
}
