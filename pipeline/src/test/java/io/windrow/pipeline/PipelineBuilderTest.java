package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineBuilderTest {

    private static final Timeframe[] CHAIN = Stream.of("1s", "5s", "1m", "15m", "1h", "1d").map(Timeframe::parse).toArray(Timeframe[]::new);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(8 << 20);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private PipelineBuilder complete(int instruments) {
        return TradingPipeline.builder().memory(memory).instruments(Rig.registry(instruments));
    }

    @Test
    void shouldPlanTheDefaultsThatItsDocumentationNames() {
        long trades = lines(72 + 1024 * 40);
        long candles = lines(72 + 200 * 48);
        long signals = 256 * 56 + 64;
        long ring = 1024 * 64 + 64;
        long alignment = 4 * 64;

        assertThat(complete(2).plannedBytes()).isEqualTo(2 * (trades + 3 * candles) + alignment + signals + ring);
        try (TradingPipeline pipeline = complete(1).build()) {
            assertThat(pipeline.candles(0, 0).timeframe()).hasToString("1s");
            assertThat(pipeline.candles(0, 1).timeframe()).hasToString("1m");
            assertThat(pipeline.candles(0, 2).timeframe()).hasToString("5m");
            assertThat(pipeline.candles(0, 0).capacity()).isEqualTo(200);
            assertThat(pipeline.trades(0).capacity()).isEqualTo(1024);
            assertThat(pipeline.instruments().get(0).symbol()).isEqualTo("SYM0");
        }
    }

    @Test
    void shouldPlanToTheByteWhatTheLedgerThenShows() {
        Seeds.forEach(60, random -> {
            PipelineBuilder plan = randomPlan(random);
            long planned = plan.plannedBytes();

            try (TradingPipeline pipeline = plan.build()) {
                assertThat(linesOf(plan.plan())).isEqualTo(ledger());
                assertThat(memory.usedBytes()).isEqualTo(planned);
                assertThat(pipeline.start().stop(Rig.LONG).left()).isZero();
                assertThat(memory.usedBytes()).as("running takes no more").isEqualTo(planned);
            }
            assertThat(memory.usedBytes()).isZero();
        });
    }

    private static long lines(long bytes) {
        return (bytes + 63) / 64 * 64;
    }

    private static Map<String, Long> linesOf(MemoryPlan plan) {
        Map<String, Long> lines = new TreeMap<>();
        plan.lines().forEach(line -> lines.merge(line.tag(), line.bytes(), Long::sum));
        return lines;
    }

    private Map<String, Long> ledger() {
        Map<String, Long> lines = new TreeMap<>();
        memory.forEachOwner((tag, blocks, bytes) -> lines.put(tag, bytes));
        return lines;
    }

    private PipelineBuilder randomPlan(Random random) {
        int from = random.nextInt(CHAIN.length);
        int to = from + 1 + random.nextInt(CHAIN.length - from);
        return complete(1 + random.nextInt(6)).timeframes(Arrays.copyOfRange(CHAIN, from, to)).candles(1 + random.nextInt(500))
            .trades(1 + random.nextInt(2_000)).ringSize(1 << random.nextInt(13)).signals(1 + random.nextInt(500));
    }

    @Test
    void shouldFitABudgetOfExactlyItsPlanAndNoByteLess() {
        long planned = complete(3).plannedBytes();

        try (OffHeapMemory enough = OffHeapMemory.withBudget(planned); TradingPipeline pipeline = complete(3).memory(enough).build()) {
            assertThat(enough.usedBytes()).isEqualTo(planned);
            assertThat(pipeline.backlog()).isZero();
        }
        try (OffHeapMemory tooSmall = OffHeapMemory.withBudget(planned - 1)) {
            AtomicInteger asked = new AtomicInteger();
            PipelineBuilder plan = complete(3).memory(tooSmall).strategy(new Strategy() {
                @Override
                public void onStart(StrategyContext context) {
                    asked.incrementAndGet();
                }
            });
            assertThatThrownBy(plan::build).isInstanceOf(MemoryBudgetExceededException.class)
                .hasMessage("memory budget exceeded: budgetBytes=%d, usedBytes=0, askedBytes=%d, tag=pipeline", planned - 1, planned);
            assertThat(tooSmall.usedBytes()).isZero();
            assertThat(asked).as("strategies asked before the refusal").hasValue(0);
        }
    }

    static Stream<Arguments> shapesOutOfRange() {
        return Stream.of(
            shape("ring must be a power of two: ring=0", plan -> plan.ringSize(0)),
            shape("ring must be a power of two: ring=3", plan -> plan.ringSize(3)),
            shape("ring must be a power of two: ring=-4", plan -> plan.ringSize(-4)),
            shape("ring must be a power of two: ring=-2147483648", plan -> plan.ringSize(Integer.MIN_VALUE)),
            shape("there must be a time frame: timeframes=0", plan -> plan.timeframes()),
            shape("each time frame must be made of whole candles of the one before: timeframe=1s, before=5s",
                plan -> plan.timeframes(Timeframe.seconds(5), Timeframe.seconds(1))),
            shape("candles must be positive: candles=0", plan -> plan.candles(0)),
            shape("capacity must be positive and the window at most 1073741824 bytes: capacity=2147483647",
                plan -> plan.candles(Integer.MAX_VALUE)),
            shape("trades must be positive: trades=-7", plan -> plan.trades(-7)),
            shape("capacity must be positive and the window at most 1073741824 bytes: capacity=30000000", plan -> plan.trades(30_000_000)),
            shape("ring must fit a block of 1073741824 bytes: ring=33554432", plan -> plan.ringSize(1 << 25)),
            shape("signals must be positive: signals=0", plan -> plan.signals(0)),
            shape("capacity must be 1 to 1048576: capacity=1048577", plan -> plan.signals(1_048_577)));
    }

    private static Arguments shape(String message, Consumer<PipelineBuilder> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("shapesOutOfRange")
    void shouldRefuseAShapeOutOfRangeAndTakeNothing(String message, Consumer<PipelineBuilder> change) {
        PipelineBuilder plan = complete(2);
        change.accept(plan);

        assertThatThrownBy(plan::build).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThatThrownBy(() -> TradingPipeline.builder().build()).isInstanceOf(IllegalStateException.class)
            .hasMessage("memory must be set before the pipeline is built: memory=null");
        assertThatThrownBy(() -> TradingPipeline.builder().memory(memory).build()).isInstanceOf(IllegalStateException.class)
            .hasMessage("instruments must be set before the pipeline is built: instruments=null");
        assertThatThrownBy(() -> TradingPipeline.builder().plannedBytes()).isInstanceOf(IllegalStateException.class)
            .hasMessage("instruments must be set before the pipeline is built: instruments=null");
        assertThatThrownBy(() -> complete(1).strategy((Strategy) null)).isInstanceOf(NullPointerException.class).hasMessage("strategy");
        assertThatThrownBy(() -> complete(1).sink(null)).isInstanceOf(NullPointerException.class).hasMessage("sink");
        assertThatThrownBy(() -> complete(1).after((EventHandler<MarketEvent>) null))
            .isInstanceOf(NullPointerException.class).hasMessage("handler");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalArgumentException("no such setting"), new AssertionError("broken"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldGiveTheMemoryBackWhenAStrategyFailsToStart(Throwable failure) {
        PipelineBuilder plan = complete(2).strategy(new Strategy() {
            @Override
            public void onStart(StrategyContext context) {
                Throw.anything(failure);
            }
        });

        assertThat(catchThrowable(plan::build)).isSameAs(failure);
        assertThat(memory.usedBytes()).isZero();
    }
}
