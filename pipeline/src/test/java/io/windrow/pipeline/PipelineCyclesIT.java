package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.Signal;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand short lives of one pipeline, each stopped as soon as its events are published: none is lost, and all that lives goes on. */
@Timeout(120)
class PipelineCyclesIT {

    private static final int CYCLES = 1_000;
    private static final int INSTRUMENTS = 4;
    private static final int EVENTS = 12;

    /** Everything that is handled, by whom. */
    private final AtomicLong trades = new AtomicLong();
    private final AtomicLong signals = new AtomicLong();
    private final AtomicLong before = new AtomicLong();
    private final AtomicLong beside = new AtomicLong();
    private final AtomicLong after = new AtomicLong();

    /** How the pipeline is built. */
    enum Shape {
        LATENCY(1, false) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.forLatency();
            }
        },
        LATENCY_IN_SHARDS(2, false) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.forLatency();
            }
        },
        THROUGHPUT_WITH_SINK_THREAD(1, true) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.forThroughput().sinkOnOwnThread();
            }
        },
        THROUGHPUT_IN_SHARDS(2, true) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.forThroughput();
            }
        },
        MANY_PUBLISHERS(1, false) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.publishers(Publishers.MANY);
            }
        },
        SMALL_BATCHES(1, false) {
            @Override
            void preset(PipelineBuilder plan) {
                plan.publishBatch(7).sinkOnOwnThread();
            }
        };

        private final int shards;
        private final boolean flushes;

        Shape(int shards, boolean flushes) {
            this.shards = shards;
            this.flushes = flushes || name().equals("SMALL_BATCHES");
        }

        abstract void preset(PipelineBuilder plan);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothingInManyShortLives(Shape shape) {
        try (Rig rig = new Rig(INSTRUMENTS, plan -> plan(plan, shape))) {
            for (long cycle = 1; cycle <= CYCLES; cycle++) {
                rig.pipeline.start();
                publish(rig.pipeline, cycle);
                if (shape.flushes) {
                    rig.pipeline.flush();
                }
                assertThat(rig.pipeline.stop(Rig.LONG)).as("stop of cycle %s", cycle).isEqualTo(StopReport.NOTHING);
                assertCounts(rig.pipeline, cycle * EVENTS);
            }
            rig.join();
        }
    }

    private void plan(PipelineBuilder plan, Shape shape) {
        shape.preset(plan);
        plan.ringSize(64).candles(4).trades(16).shards(shape.shards).strategy(Signalling::new).sink(this::take)
            .beforeEach(shard -> counting(before)).besideEach(shard -> counting(beside)).afterEach(shard -> counting(after));
    }

    private static EventHandler<MarketEvent> counting(AtomicLong count) {
        return (event, sequence, endOfBatch) -> count.incrementAndGet();
    }

    private void publish(TradingPipeline pipeline, long cycle) {
        for (int i = 0; i < EVENTS; i++) {
            pipeline.publishTrade(i % INSTRUMENTS, cycle, cycle, 1, i, 0);
        }
    }

    private void assertCounts(TradingPipeline pipeline, long expected) {
        assertThat(trades.get()).as("trades that strategies saw").isEqualTo(expected);
        assertThat(signals.get()).as("signals").isEqualTo(expected);
        assertThat(before.get()).isEqualTo(expected);
        assertThat(beside.get()).isEqualTo(expected);
        assertThat(after.get()).isEqualTo(expected);
        assertThat(pipeline.publishers().get(0).tradeCount()).isEqualTo(expected);
        assertThat(pipeline.trades(0).newestSequence() + 1).as("in the window of one instrument").isEqualTo(expected / INSTRUMENTS);
        assertThat(pipeline.signalCount()).isEqualTo(expected);
    }

    private void take(Signal signal) {
        signal.close();
        signals.incrementAndGet();
    }

    /** Answers each trade with a signal; made once, for all lives. */
    private final class Signalling implements Strategy {
        @Override
        public void onTrade(TradeWindow window, StrategyContext context) {
            trades.incrementAndGet();
            context.signal(window.instrument().id(), Side.BUY, window.price(0));
        }
    }
}
