package io.windrow.examples.prove.engines;

import com.lmax.disruptor.EventFactory;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A rival behind a Disruptor ring with its events on the heap: candles by kind of window, trades left to the subclass. */
abstract class RingEngine<E> implements Engine, EventHandler<E>, ExceptionHandler<E> {

    private static final int FULL_SPINS = 2000;
    private static final long DRAIN_POLL_NANOS = 50_000;

    final EngineSetup setup;
    final RingBuffer<E> ring;
    private final HeapCascade[] cascades;
    private final Disruptor<E> disruptor;
    private final CountDownLatch running = new CountDownLatch(1);
    private volatile Throwable fault;

    RingEngine(EngineSetup setup, EventFactory<E> events, HeapCandlesFactory factory) {
        this.setup = setup;
        cascades = new HeapCascade[setup.instruments().size()];
        for (int id = 0; id < cascades.length; id++) {
            HeapCandles[] frames = new HeapCandles[setup.timeframes().length];
            for (int frame = 0; frame < frames.length; frame++) {
                frames[frame] = factory.make(setup.instruments().get(id), setup.timeframes()[frame], setup.candles());
            }
            cascades[id] = new HeapCascade(frames, setup.signals());
        }
        disruptor = new Disruptor<>(events, setup.ringSize(), setup.threadFactory(), ProducerType.SINGLE, setup.waitStrategy().get());
        ring = disruptor.getRingBuffer();
    }

    final HeapCascade cascade(int instrumentId) {
        return cascades[instrumentId];
    }

    /** Waits for a free place as a Windrow pipeline does: first it spins. */
    final long claim() {
        for (int tries = 0; !ring.hasAvailableCapacity(1); tries++) {
            if (tries < FULL_SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
        return ring.next();
    }

    @Override
    public void start() {
        disruptor.setDefaultExceptionHandler(this);
        disruptor.handleEventsWith(this);
        disruptor.start();
        ring.remainingCapacity();
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        running.countDown();
    }

    @Override
    public void awaitDrained() {
        while (ring.getMinimumGatingSequence() < ring.getCursor()) {
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
    }

    @Override
    public void forEachCandle(CandleVisitor visitor) {
        for (HeapCascade cascade : cascades) {
            for (int frame = 0; frame < setup.timeframes().length; frame++) {
                cascade.frame(frame).forEach(visitor);
            }
        }
    }

    @Override
    public Object[] candleRoots() {
        Object[] roots = new Object[setup.windows()];
        int i = 0;
        for (HeapCascade cascade : cascades) {
            for (int frame = 0; frame < setup.timeframes().length; frame++) {
                roots[i++] = cascade.frame(frame).root();
            }
        }
        return roots;
    }

    @Override
    public long offHeapCandleBytes() {
        return 0;
    }

    @Override
    public Throwable fault() {
        return fault;
    }

    @Override
    public void handleEventException(Throwable thrown, long sequence, E event) {
        fault = fault == null ? thrown : fault;
    }

    @Override
    public void handleOnStartException(Throwable thrown) {
        fault = thrown;
    }

    @Override
    public void handleOnShutdownException(Throwable thrown) {
        fault = thrown;
    }

    @Override
    public void close() {
        disruptor.halt();
    }
}
