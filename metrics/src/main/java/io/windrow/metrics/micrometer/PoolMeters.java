package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.windrow.pools.PoolCounters;

/** The meters of one pool. */
final class PoolMeters {

    /** What there is; a pool that does not know one has no meter for it. */
    private enum Kind { CAPACITY, IN_USE, IDLE, WAITING, HIGH_WATER_MARK, ACQUIRED, REFUSED, WAITED, LEAKED }

    final PoolCounters pool;
    final String name;
    final MeterGroup group;

    PoolMeters(MeterRegistry registry, PoolCounters pool, String name) {
        this.pool = pool;
        this.name = name;
        group = new MeterGroup(registry, Tags.of("pool", name));
        gauge("windrow.pool.capacity", "Most objects that can be out of the pool", Kind.CAPACITY);
        gauge("windrow.pool.in.use", "Objects that are out of the pool", Kind.IN_USE);
        gauge("windrow.pool.idle", "Objects that could be had at once", Kind.IDLE);
        gauge("windrow.pool.waiting", "Threads that wait for an object", Kind.WAITING);
        gauge("windrow.pool.high.water.mark", "Most objects that were ever out at a time", Kind.HIGH_WATER_MARK);
        counter("windrow.pool.acquired", "Objects handed out", Kind.ACQUIRED);
        counter("windrow.pool.refused", "Callers that got no object", Kind.REFUSED);
        counter("windrow.pool.waited", "Callers that had to wait for an object", Kind.WAITED);
        counter("windrow.pool.leaked", "Objects that were out for longer than the pool's limit", Kind.LEAKED);
    }

    private void gauge(String meter, String description, Kind kind) {
        group.gauge(meter, null, description, new PoolReading(pool, kind));
    }

    private void counter(String meter, String description, Kind kind) {
        group.counter(meter, null, description, new PoolReading(pool, kind));
    }

    private static final class PoolReading extends Reading {
        private final PoolCounters pool;
        private final Kind kind;

        PoolReading(PoolCounters pool, Kind kind) {
            this.pool = pool;
            this.kind = kind;
        }

        @Override
        double value() {
            long value = switch (kind) {
                case CAPACITY -> pool.capacity();
                case IN_USE -> pool.inUse();
                case IDLE -> pool.idle();
                case WAITING -> pool.waiting();
                case HIGH_WATER_MARK -> pool.highWaterMark();
                case ACQUIRED -> pool.acquiredCount();
                case REFUSED -> pool.refusedCount();
                case WAITED -> pool.waitedCount();
                case LEAKED -> pool.leakedCount();
            };
            return value == PoolCounters.UNKNOWN ? Double.NaN : value;
        }
    }
}
