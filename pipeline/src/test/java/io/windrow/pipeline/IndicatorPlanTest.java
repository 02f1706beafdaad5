package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What indicators take is known before it is taken, and strategies are not made in vain to find out. */
class IndicatorPlanTest {

    private static final List<IndicatorSpec> SPECS = List.of(Ema.of(20), Rsi.of(14), Atr.of(7), Ema.of(5));

    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private PipelineBuilder complete(int instruments) {
        return TradingPipeline.builder().memory(memory).instruments(Rig.registry(instruments));
    }

    @Test
    void shouldPlanASetForEachWindowInOneBlockForEachThread() {
        PipelineBuilder plan = complete(3).timeframes(Timeframe.seconds(1), Timeframe.minutes(1))
            .strategy(() -> new DeclaredIndicators(List.of(Ema.of(20), Rsi.of(14))))
            .strategy(() -> new DeclaredIndicators(List.of(Rsi.of(14), Ema.of(20))))
            .strategyOnOwnThread(() -> new DeclaredIndicators(List.of(Atr.of(7))))
            .strategyOnOwnThread(Counting::new);
        long main = 6 * lines(IndicatorSet.setBytes(Ema.of(20), Rsi.of(14))) + 64;
        long own = 6 * lines(IndicatorSet.setBytes(Atr.of(7))) + 64;

        assertThat(plan.plan().bytes(IndicatorSet.TAG)).isEqualTo(main + own);
        try (TradingPipeline pipeline = plan.build()) {
            assertThat(blocksOfIndicators()).isEqualTo(2);
            assertThat(bytesOfIndicators()).isEqualTo(main + own);
            assertThat(pipeline.backlog()).isZero();
        }
    }

    @Test
    void shouldPlanNothingWhereNoStrategyDeclaresAny() {
        assertThat(complete(2).strategy(new Counting()).plan().lines()).noneMatch(line -> line.tag().equals(IndicatorSet.TAG));
    }

    @Test
    void shouldPlanToTheByteWhatTheLedgerThenShows() {
        Seeds.forEach(60, random -> {
            PipelineBuilder plan = complete(1 + random.nextInt(6)).candles(20 + random.nextInt(50)).trades(16)
                .shards(1 + random.nextInt(3));
            for (int i = random.nextInt(4); i >= 0; i--) {
                List<IndicatorSpec> declared = some(random);
                if (random.nextBoolean()) {
                    plan.strategy(() -> new DeclaredIndicators(declared));
                } else {
                    plan.strategyOnOwnThread(() -> new DeclaredIndicators(declared));
                }
            }
            long indicators = plan.plan().bytes(IndicatorSet.TAG);
            long planned = plan.plannedBytes();
            try (TradingPipeline pipeline = plan.build()) {
                assertThat(bytesOfIndicators()).isEqualTo(indicators);
                assertThat(memory.usedBytes()).isEqualTo(planned);
                assertThat(pipeline.start().stop(Rig.LONG).left()).isZero();
                assertThat(memory.usedBytes()).as("running takes no more").isEqualTo(planned);
            }
            assertThat(memory.usedBytes()).isZero();
        });
    }

    @Test
    void shouldMakeEachStrategyOnceForEachShardWhoeverAsksForAPlan() {
        AtomicInteger made = new AtomicInteger();
        PipelineBuilder plan = complete(4).shards(3).strategy(() -> {
            made.incrementAndGet();
            return new DeclaredIndicators(SPECS);
        });
        assertThat(plan.plan().lines()).isEqualTo(plan.plan().lines());
        assertThat(made).hasValue(1);
        try (TradingPipeline pipeline = plan.build()) {
            assertThat(pipeline.backlog()).isZero();
            assertThat(made).hasValue(3);
        }
        try (TradingPipeline pipeline = plan.build()) {
            assertThat(pipeline.backlog()).isZero();
            assertThat(made).as("another pipeline has strategies of its own").hasValue(6);
        }
    }

    @Test
    void shouldSayThatASupplierMadeNoneAndTakeNothing() {
        assertThatThrownBy(() -> complete(1).strategy(() -> null).build()).isInstanceOf(IllegalStateException.class)
            .hasMessage("a strategy's supplier must make one: strategy=0, shard=0");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldGiveAllBackWhenAShardsStrategyAsksForMoreThanTheFirstDeclared() {
        AtomicInteger made = new AtomicInteger();
        PipelineBuilder plan = complete(2).shards(2).strategy(() -> {
            IndicatorSpec spec = Ema.of(5 + made.getAndIncrement());
            return new Strategy() {
                @Override
                public List<IndicatorSpec> indicators() {
                    return List.of(spec);
                }

                @Override
                public void onStart(StrategyContext context) {
                    context.indicator(spec);
                }
            };
        });
        assertThatThrownBy(plan::build).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ema:6");
        assertThat(memory.usedBytes()).isZero();
    }

    private static List<IndicatorSpec> some(Random random) {
        List<IndicatorSpec> some = new ArrayList<>();
        SPECS.forEach(spec -> {
            if (random.nextBoolean()) {
                some.add(spec);
            }
        });
        return some;
    }

    private static long lines(long bytes) {
        return (bytes + 63) / 64 * 64;
    }

    private long bytesOfIndicators() {
        long[] sum = new long[1];
        memory.forEachOwner((tag, blocks, bytes) -> sum[0] += tag.equals(IndicatorSet.TAG) ? bytes : 0);
        return sum[0];
    }

    private long blocksOfIndicators() {
        long[] count = new long[1];
        memory.forEachOwner((tag, blocks, bytes) -> count[0] += tag.equals(IndicatorSet.TAG) ? blocks : 0);
        return count[0];
    }
}
