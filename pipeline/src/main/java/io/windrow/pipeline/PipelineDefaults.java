package io.windrow.pipeline;

import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import io.windrow.pools.Signal;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a {@link PipelineBuilder} has where nothing else is given. One class; as lambdas they would be eight, in every engine. */
final class PipelineDefaults implements LongSupplier, SignalSink, ThreadFactory, Supplier<WaitStrategy> {

    static final PipelineDefaults ALL = new PipelineDefaults();

    private static final long SPIN_MICROS = 20;
    private static final long YIELD_MICROS = 30;

    private PipelineDefaults() {
    }

    /** The clock that the age of sources is told by. */
    @Override
    public long getAsLong() {
        return System.nanoTime();
    }

    /** A sink that nobody set lets signals go. */
    @Override
    public void onSignal(Signal signal) {
        signal.close();
    }

    @Override
    public Thread newThread(Runnable task) {
        return new Thread(task, "windrow-pipeline");
    }

    @Override
    public WaitStrategy get() {
        return PhasedBackoffWaitStrategy.withLiteLock(SPIN_MICROS, YIELD_MICROS, TimeUnit.MICROSECONDS);
    }
}
