package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.sun.management.ThreadMXBean;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.testing.Allocations;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing is allocated in steady state: neither by the thread that publishes nor by the one that consumes. What the virtual machine itself
 * takes once, some hundred bytes where a class is linked or compiled code is left, may spoil a round but not every one; what an
 * event takes, or one event in a hundred thousand, is in every round.
 */
@Timeout(60)
class PipelineAllocationTest {

    private static final int WARM_UP_EVENTS = 200_000;
    private static final int MEASURED_EVENTS = 100_000;
    private static final int ROUNDS = 5;
    private static final int EVENTS_PER_TICK = 16;
    private static final long PAUSE_MILLIS = 100;
    private static final long STEP_NANOS = Rig.SECOND / 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long published;

    static Stream<WaitStrategy> waits() {
        return Stream.of(new BlockingWaitStrategy(), new YieldingWaitStrategy(), new SleepingWaitStrategy());
    }

    @ParameterizedTest
    @MethodSource("waits")
    void shouldAllocateNothingFromPublishingToTheSignal(WaitStrategy wait) {
        try (Rig rig = new Rig(4, plan -> plan.waitStrategy(wait).ringSize(256).strategy(new Crossing()).strategy(new SlowStart()))) {
            rig.pipeline.start();
            long consumer = rig.threads().get(0).getId();
            Runnable measured = () -> publish(rig, MEASURED_EVENTS);
            warmUp(rig, measured);
            long signals = rig.pipeline.signalCount();
            long publisherBytes = -1;
            long consumerBytes = -1;
            for (int round = 0; round < ROUNDS && publisherBytes + consumerBytes != 0; round++) {
                long before = THREADS.getThreadAllocatedBytes(consumer);
                publisherBytes = Allocations.bytes(measured);
                rig.drain();
                consumerBytes = THREADS.getThreadAllocatedBytes(consumer) - before;
            }

            assertThat(publisherBytes).as("bytes allocated by the publisher in %s events", MEASURED_EVENTS).isZero();
            assertThat(consumerBytes).as("bytes allocated by the consumer in %s events", MEASURED_EVENTS).isZero();
            assertThat(rig.pipeline.signalCount() - signals).as("signals while it was measured").isGreaterThan(1_000);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    /**
     * Takes every path once: the first wait for a full ring, the first for an empty one and the first call of the lambda link classes,
     * which takes some hundred bytes, once in a process.
     */
    private void warmUp(Rig rig, Runnable measured) {
        publish(rig, WARM_UP_EVENTS);
        Allocations.bytes(measured);
        rig.drain();
        pause();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Peeks at each trade, and holds the first tick up until the publisher has filled the ring and waits. */
    private static final class SlowStart extends Counting {

        private static final IndicatorSpec AVERAGE = Ema.of(3);

        private PerWindow<Indicator> average;
        private double peeked;

        @Override
        public List<IndicatorSpec> indicators() {
            return List.of(AVERAGE);
        }

        @Override
        public void onStart(StrategyContext context) {
            average = context.indicator(AVERAGE);
        }

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            peeked += average.of(context.candles(trades.instrument().id(), 0)).peek();
            super.onTrade(trades, context);
        }

        @Override
        public void onClock(long nowNanos, StrategyContext context) {
            if (ticks == 0) {
                pause();
            }
            super.onClock(nowNanos, context);
        }
    }

    /** Trades of all instruments in turn, and ticks of the clock. The price is a triangle, so that the averages cross. */
    private void publish(Rig rig, int events) {
        for (int i = 0; i < events; i++) {
            long number = published++;
            long time = number * STEP_NANOS;
            if (number % EVENTS_PER_TICK == 0) {
                rig.pipeline.publishClock(time);
            } else {
                long price = 1_000 + Math.abs(number % 400 - 200);
                rig.pipeline.publishTrade((int) (number & 3), time, price, 10, number, 1, number);
            }
        }
    }
}
