package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.info.GraphStats;

/** A million messages: what they take off the heap, to the byte, and what the pool and its flyweights take on it. */
class MillionMessagesIT {

    private static final int MESSAGES = 1_000_000;
    private static final long MOST_HEAP_BYTES = 64;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(80_000_000);

    /** A message of 16 bytes. */
    private static final class Small extends Message {
        private static final MessageLayout.Builder FIELDS = MessageLayout.named("small");
        private static final LongField KEY = FIELDS.longField("key");
        private static final LongField VALUE = FIELDS.longField("value");
        private static final MessageLayout LAYOUT = FIELDS.build();

        Small() {
            super(LAYOUT);
        }
    }

    private enum Variant {
        SINGLE_THREAD(PoolBuilder::singleThread), LANE(PoolBuilder::lane), CONCURRENT(PoolBuilder::concurrent);

        private final Function<PoolBuilder<Message>, ObjectPool<Message>> opening;

        Variant(Function<PoolBuilder<Message>, ObjectPool<Message>> opening) {
            this.opening = opening;
        }
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldItsSlabAndLittleHeapWithMessagesOf16Bytes(Variant variant) {
        weigh(variant, Small::new, 16, Small.VALUE);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldItsSlabAndLittleHeapWithMessagesOf64Bytes(Variant variant) {
        weigh(variant, Candle::new, 64, (LongField) Candle.LAYOUT.field("volume"));
    }

    private void weigh(Variant variant, Supplier<Message> factory, int bytes, LongField last) {
        System.setProperty("jol.magicFieldOffset", "true");
        MessageLayout layout = factory.get().layout();
        ObjectPool<Message> pool = variant.opening.apply(Message.pool(memory, factory).capacity(MESSAGES)
            .onLeak(report -> assertThat(report.count()).isEqualTo(MESSAGES)));
        long slab = (long) MESSAGES * bytes + 64;

        assertThat(memory.usedBytes(layout.name())).isEqualTo(slab).isEqualTo(layout.slabBytes(MESSAGES)).isEqualTo(memory.usedBytes());
        long heap = GraphStats.parseInstance(pool).totalSize() - GraphStats.parseInstance(memory, layout).totalSize();
        System.out.printf("%s of %s bytes: %,d bytes of heap, %.1f a message%n", variant, bytes, heap, (double) heap / MESSAGES);
        assertThat(heap / MESSAGES).as("bytes of heap for each message").isBetween(40L, MOST_HEAP_BYTES - 1);
        fillAll(pool, last);

        pool.close();
        assertThat(memory.usedBytes()).isZero();
    }

    /** Writes the last field of each, and finds in each what was written there. */
    private static void fillAll(ObjectPool<Message> pool, LongField last) {
        Message[] out = new Message[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            out[i] = pool.acquire();
            out[i].put(last, i);
        }
        for (int i = 0; i < MESSAGES; i++) {
            if (out[i].get(last) != i) {
                throw new AssertionError("message " + i + " holds the value of " + out[i].get(last));
            }
        }
    }
}
