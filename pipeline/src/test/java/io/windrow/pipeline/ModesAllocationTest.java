package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.sun.management.ThreadMXBean;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.testing.Allocations;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing is allocated in any mode of publishing, by the publisher and by all threads of the pipeline. What the virtual machine takes
 * once may spoil a round but not every one, as in {@link PipelineAllocationTest}.
 */
@Timeout(120)
class ModesAllocationTest {

    private static final int EVENTS = 50_000;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;
    private static final int SLOW_EVERY = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long published;

    /** How the pipeline is built. */
    enum Mode {
        MANY_PUBLISHERS(plan -> plan.publishers(Publishers.MANY)),
        DROP_NEWEST(plan -> plan.whenRingFull(WhenRingFull.DROP_NEWEST)),
        DROP_OLDEST(plan -> plan.whenRingFull(WhenRingFull.DROP_OLDEST)),
        BATCHES_OF_7(plan -> plan.publishBatch(7)),
        BATCHES_OF_64(plan -> plan.publishBatch(64)),
        MEASURED(PipelineBuilder::measureLatency),
        SINK_ON_OWN_THREAD(PipelineBuilder::sinkOnOwnThread),
        STRATEGY_ON_OWN_THREAD(plan -> plan.strategyOnOwnThread(Quoting::new)),
        HANDLERS(plan -> plan.before(quiet(), quiet()).beside(quiet()).after(quiet())),
        SHARDS(plan -> plan.shards(2));

        private final Consumer<PipelineBuilder> plan;

        Mode(Consumer<PipelineBuilder> plan) {
            this.plan = plan;
        }
    }

    private static EventHandler<MarketEvent> quiet() {
        return (event, sequence, endOfBatch) -> event.timeNanos();
    }

    /** Signals at some quotes; now and then takes so long that the ring is full. */
    private static final class Quoting implements Strategy {
        private long seen;

        @Override
        public void onQuote(QuoteWindow quotes, StrategyContext context) {
            if (++seen % SLOW_EVERY == 0) {
                LockSupport.parkNanos(1_000_000);
            }
            if (seen % 8 == 0) {
                context.signal(quotes.instrument().id(), Side.SELL, quotes.bid(0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothing(Mode mode) {
        try (Rig rig = new Rig(4, plan -> mode.plan.accept(plan.waitStrategy(YieldingWaitStrategy::new).ringSize(128).quotes(64)
            .strategy(Crossing::new).strategy(Quoting::new)))) {
            rig.pipeline.start();
            MarketPublisher publisher = rig.pipeline.publisher("measured");
            Runnable measured = () -> publish(publisher);
            for (int i = 0; i < WARM_UPS; i++) {
                Allocations.bytes(measured);
                rig.drain();
            }
            long signals = rig.pipeline.signalCount();
            long publisherBytes = -1;
            long pipelineBytes = -1;
            for (int round = 0; round < ROUNDS && (publisherBytes != 0 || pipelineBytes != 0); round++) {
                long before = ofThreads(rig);
                publisherBytes = Allocations.bytes(measured);
                rig.drain();
                pipelineBytes = ofThreads(rig) - before;
            }

            assertThat(publisherBytes).as("bytes allocated by the publisher in %s events", EVENTS).isZero();
            assertThat(pipelineBytes).as("bytes allocated by the pipeline's threads in %s events", EVENTS).isZero();
            assertThat(rig.pipeline.signalCount() - signals).isPositive();
            assertThat(rig.pipeline.firstFault()).isNull();
            assertBusy(mode, publisher);
        }
    }

    private static long ofThreads(Rig rig) {
        long bytes = 0;
        for (Thread thread : rig.threads()) {
            bytes += THREADS.getThreadAllocatedBytes(thread.getId());
        }
        return bytes;
    }

    /** The way of a full ring was taken. */
    private static void assertBusy(Mode mode, MarketPublisher publisher) {
        long full = switch (mode) {
            case DROP_NEWEST -> publisher.droppedNewestCount();
            case DROP_OLDEST -> publisher.droppedOldestCount();
            default -> publisher.waitCount();
        };
        assertThat(full).as("events that found the ring full").isPositive();
    }

    private void publish(MarketPublisher publisher) {
        for (int i = 0; i < EVENTS; i++) {
            long number = published++;
            int id = (int) (number >> 1) & 3;
            long price = 1_000 + Math.abs(number % 400 - 200);
            publisher.dueAt(number & 1);
            if (number % 64 == 0) {
                publisher.onClock(number * Rig.SECOND / 3);
            } else if (number % 64 == 32) {
                publisher.onDepth(id, number, 1, price, 1, number, 0);
            } else if ((number & 1) == 0) {
                publisher.onTrade(id, number * Rig.SECOND / 3, price, 10, number, 1);
            } else {
                publisher.onQuote(id, number, price, 1, price + 1, 1);
            }
        }
        publisher.flush();
    }
}
