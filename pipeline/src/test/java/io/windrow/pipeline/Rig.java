package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A pipeline with a memory of its own. Frames of 1 s and 5 s; closes all it opened and waits for the threads it made. */
final class Rig implements AutoCloseable {

    static final long SECOND = 1_000_000_000L;
    static final Duration LONG = Duration.ofSeconds(20);

    final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    final TradingPipeline pipeline;
    /** Run by each consumer thread before it begins. */
    volatile Runnable firstOnThread = () -> { };
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Rig(int instruments, Consumer<PipelineBuilder> plan) {
        PipelineBuilder builder = TradingPipeline.builder().memory(memory).instruments(registry(instruments))
            .timeframes(Timeframe.seconds(1), Timeframe.seconds(5)).threadFactory(this::thread);
        plan.accept(builder);
        pipeline = builder.build();
    }

    /** A started pipeline of one instrument. */
    static Rig started(Consumer<PipelineBuilder> plan) {
        Rig rig = new Rig(1, plan);
        rig.pipeline.start();
        return rig;
    }

    static InstrumentRegistry registry(int instruments) {
        InstrumentRegistry registry = new InstrumentRegistry(Math.max(1, instruments));
        for (int id = 0; id < instruments; id++) {
            registry.register("SYM" + id, 2, 3);
        }
        return registry;
    }

    /** Makes a consumer thread that {@link #threads()} tells of. */
    Thread thread(Runnable task) {
        Thread thread = new Thread(() -> {
            firstOnThread.run();
            task.run();
        }, "consumer under test");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    List<Thread> threads() {
        return threads;
    }

    /** Publishes a trade of instrument 0. */
    void trade(long timeNanos, long price) {
        trade(0, timeNanos, price);
    }

    void trade(int instrumentId, long timeNanos, long price) {
        pipeline.publishTrade(instrumentId, timeNanos, price, 1, 0, Side.BUY.code());
    }

    /** Publishes a trade of instrument 0 at which something stops the pipeline, which the publisher may be told before it returns. */
    void lastTrade(long timeNanos, long price) {
        try {
            trade(timeNanos, price);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageStartingWith("pipeline is not running");
        }
    }

    /** Publishes trades of instrument 0 numbered from 1, all in one candle. */
    void numberedTrades(int count) {
        for (int number = 1; number <= count; number++) {
            pipeline.publishTrade(0, 0, 100, 1, number, Side.BUY.code());
        }
    }

    void drain() {
        assertThat(pipeline.awaitDrained(LONG)).as("drained within %s", LONG).isTrue();
    }

    /** Waits for what must come, as long as it may take a busy machine. */
    static void await(String what, BooleanSupplier condition) {
        assertThat(Attendance.await(condition, LONG)).as("%s within %s", what, LONG).isTrue();
    }

    /** Waits until a publishing thread waits for a free slot: there is nothing else that it sleeps for. */
    static void awaitWaiting(Thread publisher) {
        await("a publisher waits", () -> publisher.getState() == Thread.State.TIMED_WAITING);
    }

    /** Waits until so many consumer threads are left, those that cannot end. */
    void awaitThreads(int left) {
        await(left + " threads left", () -> threads.stream().filter(Thread::isAlive).count() == left);
    }

    /** Waits for the consumer threads' end. */
    void join() {
        for (Thread thread : threads) {
            try {
                thread.join(LONG.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(thread.isAlive()).as("%s is alive", thread.getName()).isFalse();
        }
    }

    @Override
    public void close() {
        pipeline.close();
        assertThat(memory.usedBytes()).as("bytes left after close").isZero();
        memory.close();
        join();
    }
}
