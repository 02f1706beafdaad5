package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2ObjectHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Open orders by id, 5,000 at a time: one is opened, filled in, and an old one found and removed; or one is found and read. Rows against
 * objects that are made for each order, in a map of the JDK and in a primitive one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-Xmx512m", "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"})
public class SlotTableBenchmark {

    private static final int OPEN = 5_000;
    /** Exchanges' order ids are far apart; an odd factor makes each another one. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private OffHeapMemory memory;
    private SlotTable<Order> table;
    private Order row;
    private final Map<Long, Plain> jdk = new HashMap<>();
    private final Long2ObjectHashMap<Plain> primitive = new Long2ObjectHashMap<>(2 * OPEN, 0.65f);
    private long next;
    private long found;

    /** An order as an object. */
    private static final class Plain {
        private final long id;
        private final long price;
        private final long quantity;
        private final long timeNanos;

        Plain(long id, long price, long quantity, long timeNanos) {
            this.id = id;
            this.price = price;
            this.quantity = quantity;
            this.timeNanos = timeNanos;
        }

        long sum() {
            return id + price + quantity + timeNanos;
        }
    }

    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(SlotTable.footprintBytes(Order.LAYOUT, OPEN + 1));
        table = SlotTable.of(Order::new).capacity(OPEN + 1).open(memory);
        row = table.newRow();
        for (next = 0; next < OPEN; next++) {
            long id = next * SPREAD;
            putRow(id);
            jdk.put(id, new Plain(id, next, 1, next));
            primitive.put(id, new Plain(id, next, 1, next));
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        if (table.size() != OPEN || jdk.size() != OPEN || primitive.size() != OPEN || found == 0 && next > OPEN + 1) {
            throw new IllegalStateException("orders must stay " + OPEN + ": table=" + table.size() + ", jdk=" + jdk.size() + ", primitive="
                + primitive.size() + ", found=" + found);
        }
        table.close();
        memory.close();
    }

    @Benchmark
    public void tableOpenAndClose() {
        putRow(next * SPREAD);
        long old = (next++ - OPEN) * SPREAD;
        table.find(old, row);
        found += row.price() + row.quantity();
        table.remove(old);
    }

    @Benchmark
    public void jdkMapOpenAndClose() {
        long id = next * SPREAD;
        jdk.put(id, new Plain(id, next, 1, next));
        found += jdk.remove((next++ - OPEN) * SPREAD).sum();
    }

    @Benchmark
    public void primitiveMapOpenAndClose() {
        long id = next * SPREAD;
        primitive.put(id, new Plain(id, next, 1, next));
        found += primitive.remove((next++ - OPEN) * SPREAD).sum();
    }

    @Benchmark
    public long tableFind() {
        table.find(next() * SPREAD, row);
        return row.orderId() + row.price() + row.quantity() + row.timeNanos();
    }

    @Benchmark
    public long jdkMapFind() {
        return jdk.get(next() * SPREAD).sum();
    }

    @Benchmark
    public long primitiveMapFind() {
        return primitive.get(next() * SPREAD).sum();
    }

    @Benchmark
    public long tableWalk() {
        long sum = 0;
        for (boolean on = table.first(row); on; on = table.next(row)) {
            sum += row.price();
        }
        return sum;
    }

    @Benchmark
    public long jdkMapWalk() {
        long sum = 0;
        for (Plain order : jdk.values()) {
            sum += order.price;
        }
        return sum;
    }

    private void putRow(long id) {
        table.put(id, row, next);
        row.set(id, 1, Side.BUY, next, 1, next);
    }

    private long next() {
        next = next + 1 < OPEN ? next + 1 : 0;
        return next;
    }
}
