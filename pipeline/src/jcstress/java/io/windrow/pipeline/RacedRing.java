package io.windrow.pipeline;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;

/** A full ring of Disruptor's own, with what waits beside it; its consumers are the tests' actors. */
final class RacedRing implements Slotted, AutoCloseable {

    final Conflation conflation;
    final MarketPublisher publisher = new MarketPublisher("raced", null, TradingPipeline.builder().instruments(new InstrumentRegistry(2)));
    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 12);
    private final RingBuffer<long[]> ring;
    private final Sequence[] consumers;

    RacedRing(int slots, int consumerCount) {
        ring = RingBuffer.createMultiProducer(() -> new long[1], slots, new BlockingWaitStrategy());
        consumers = new Sequence[consumerCount];
        for (int i = 0; i < consumerCount; i++) {
            consumers[i] = new Sequence();
            ring.addGatingSequences(consumers[i]);
        }
        conflation = new Conflation(memory, 2, this);
        for (int i = 0; i < slots; i++) {
            write(tryClaim(), 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    @Override
    public long tryClaim() {
        try {
            return ring.tryNext();
        } catch (InsufficientCapacityException e) {
            return FULL;
        }
    }

    @Override
    public void write(long sequence, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        ring.get(sequence)[0] = v0;
        ring.publish(sequence);
    }

    /** Publishes a trade of a value, as {@link Shard} does. */
    boolean trade(int instrument, long value) {
        return conflation.put(publisher, MarketEvent.TRADE, instrument, value, 0, 0, 0, 0, 0, 0, 0);
    }

    boolean tick(long value) {
        return conflation.put(publisher, MarketEvent.CLOCK, 0, value, 0, 0, 0, 0, 0, 0, 0);
    }

    /** A consumer has handled all up to a sequence. */
    void handled(int consumer, long sequence) {
        consumers[consumer].set(sequence);
        conflation.roomMade();
    }

    long cursor() {
        return ring.getCursor();
    }

    long value(long sequence) {
        return ring.get(sequence)[0];
    }

    @Override
    public void close() {
        conflation.close();
        memory.close();
    }
}
