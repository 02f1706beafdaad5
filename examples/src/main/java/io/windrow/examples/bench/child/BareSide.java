package io.windrow.examples.bench.child;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.windrow.examples.prove.engines.WaitStrategies;
import java.util.concurrent.CountDownLatch;

/** A Disruptor as it comes: one event at a time, and a handler that does nothing, or takes the time if that is what is measured. */
final class BareSide implements StreamSide {

    private final Disruptor<Event> disruptor;
    private final RingBuffer<Event> ring;
    private final boolean wholeTrades;
    private final CountDownLatch running = new CountDownLatch(1);
    private Thread consumer;

    /** Events carry the whole trade, or only its number. Without a probe the handler is empty. */
    BareSide(String waiting, boolean wholeTrades, LatencyProbe probe) {
        this.wholeTrades = wholeTrades;
        disruptor = new Disruptor<>(Event::new, RING, this::thread, ProducerType.SINGLE, WaitStrategies.of(waiting));
        disruptor.handleEventsWith(probe == null ? new Empty() : new Timed(probe));
        ring = disruptor.getRingBuffer();
    }

    @Override
    public void start() {
        disruptor.start();
        try {
            running.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        long sequence = ring.next();
        Event event = ring.get(sequence);
        event.tradeId = tradeId;
        if (wholeTrades) {
            event.instrumentId = instrumentId;
            event.timeNanos = timeNanos;
            event.price = price;
            event.quantity = quantity;
            event.sideCode = sideCode;
        }
        ring.publish(sequence);
    }

    /**
     * A number needs no tape: reading trades would hold the publisher back, and a publisher that is slow meets its consumer at each
     * event.
     */
    @Override
    public void play(Tape tape, long from, long to) {
        if (wholeTrades) {
            StreamSide.super.play(tape, from, to);
            return;
        }
        for (long number = from; number < to; number++) {
            long sequence = ring.next();
            ring.get(sequence).tradeId = number + 1;
            ring.publish(sequence);
        }
    }

    @Override
    public Thread consumer() {
        return consumer;
    }

    @Override
    public void awaitDrained() {
        while (ring.getMinimumGatingSequence() < ring.getCursor()) {
            Thread.yield();
        }
    }

    @Override
    public void verify(Tape tape, long published) {
        long handled = ring.getMinimumGatingSequence() + 1;
        long last = ring.get(published - 1).tradeId;
        if (handled != published || last != published) {
            throw new IllegalStateException(
                "all must be handled: published=" + published + ", handled=" + handled + ", last trade=" + last);
        }
    }

    @Override
    public void close() {
        disruptor.halt();
    }

    private Thread thread(Runnable task) {
        consumer = new Thread(task, "consumer");
        consumer.setDaemon(true);
        return consumer;
    }

    /** A trade in its place of the ring. */
    private static final class Event {
        private int instrumentId;
        private long timeNanos;
        private long price;
        private long quantity;
        private long tradeId;
        private int sideCode;
    }

    private final class Empty implements EventHandler<Event> {
        @Override
        public void onStart() {
            running.countDown();
        }

        @Override
        public void onEvent(Event event, long sequence, boolean endOfBatch) {
            // Nothing: the ring alone is measured.
        }
    }

    private final class Timed implements EventHandler<Event> {
        private final LatencyProbe probe;

        Timed(LatencyProbe probe) {
            this.probe = probe;
        }

        @Override
        public void onStart() {
            running.countDown();
        }

        @Override
        public void onEvent(Event event, long sequence, boolean endOfBatch) {
            probe.onEvent();
        }
    }
}
