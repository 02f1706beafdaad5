package io.windrow.pipeline.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pipeline.PipelineBuilder;
import io.windrow.pipeline.SignalSink;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.WhenNoSignalFree;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.Message;
import io.windrow.pools.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every sink that keeps signals for later has to do. */
@Timeout(60)
abstract class SignalSinkContract<S extends SignalSink & AutoCloseable> {

    static final int SIGNALS = 64;
    private static final long SECOND = 1_000_000_000L;
    private static final long[] STEPS = {0, SECOND, 300 * SECOND, Timeframe.months(1).stepNanos()};
    private static final Duration LONG = Duration.ofSeconds(20);

    /** What a signal says, without the time of the run. */
    record Row(long event, long time, String symbol, Side side, BigDecimal price, long step, int strategy) {
    }

    final InstrumentRegistry registry = new InstrumentRegistry(3);
    final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    ConcurrentPool<Signal> pool;
    private final List<Row> expected = new ArrayList<>();
    private long number;

    /** Opens a sink, or the same thing of it again. */
    abstract S open() throws Exception;

    /** What has come out of it. */
    abstract List<Row> out() throws Exception;

    abstract long lost(S sink);

    abstract String closedMessage();

    @BeforeEach
    void begin() {
        registry.register("BTCUSDT", 2, 3);
        registry.register("odd, \"symbol\"", 0, 3);
        registry.register("TÜRKIYE", 8, 3);
        pool = Message.pool(memory, Signal::new).name("signals").capacity(SIGNALS).concurrent();
    }

    @AfterEach
    void end() {
        assertThat(pool.inUse()).as("signals not closed").isZero();
        pool.close();
        memory.close();
    }

    final Row row(Signal signal) {
        Instrument instrument = registry.get(signal.instrumentId());
        return new Row(signal.eventSequence(), signal.candleTimeNanos(), instrument.symbol(), signal.side(),
            BigDecimal.valueOf(signal.price(), instrument.priceDecimals()), signal.stepNanos(), signal.strategyId());
    }

    /** The next signal, of every kind of value in turn. */
    final Signal next() {
        Signal signal = pool.tryAcquire();
        while (signal == null) {
            LockSupport.parkNanos(1_000);
            signal = pool.tryAcquire();
        }
        long price = switch ((int) (number % 5)) {
            case 0 -> Long.MAX_VALUE - number;
            case 1 -> Long.MIN_VALUE + number;
            case 2 -> -number;
            default -> number;
        };
        Side side = (number & 1) == 0 ? Side.BUY : Side.SELL;
        signal.set((int) number % 7, (int) (number % 3), side, STEPS[(int) number & 3], number * SECOND - 5, price, 77, number * 2);
        number++;
        return signal;
    }

    final void send(SignalSink sink, int count) {
        for (int i = 0; i < count; i++) {
            Signal signal = next();
            expected.add(row(signal));
            sink.onSignal(signal);
        }
    }

    final List<Row> expected() {
        return expected;
    }

    @Test
    void shouldHaveEverySignalOutInOrderWhenThePipelineHasStopped() throws Exception {
        try (S sink = open()) {
            for (int life = 0; life < 3; life++) {
                send(sink, 1_000 + life);
                sink.onStop();

                assertThat(out()).isEqualTo(expected);
                assertThat(pool.inUse()).as("signals not closed").isZero();
            }
            assertThat(lost(sink)).isZero();
        }
    }

    @Test
    void shouldHaveEverySignalOutWhenItIsClosed() throws Exception {
        S sink = open();
        send(sink, 100);
        sink.close();
        sink.close();

        assertThat(out()).isEqualTo(expected);
    }

    @Test
    void shouldCloseASignalThatComesTooLateAndSaySo() throws Exception {
        S sink = open();
        sink.close();

        assertThatThrownBy(() -> sink.onSignal(next())).isInstanceOf(IllegalStateException.class).hasMessage(closedMessage());

        assertThat(lost(sink)).isEqualTo(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void shouldDoNothingWhenThereIsNothing() throws Exception {
        try (S sink = open()) {
            sink.onIdle();
            sink.onStop();
            sink.onIdle();

            assertThat(out()).isEmpty();
        }
    }

    @Test
    void shouldAllocateNothingPerSignal() throws Exception {
        try (S sink = open()) {
            Allocations.assertNone(() -> {
                sink.onSignal(next());
                sink.onIdle();
            });
            sink.onStop();
        }
    }

    @Test
    void shouldKeepEverySignalOfAPipeline() throws Exception {
        for (boolean ownThread : new boolean[] {false, true}) {
            int before = out().size();
            try (S sink = open()) {
                run(sink, ownThread);
                assertThat(lost(sink)).isZero();
            }
            List<Row> rows = out().subList(before, out().size());
            assertThat(rows).as("with a thread of its own: %s", ownThread).hasSize(2 * 500);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i)).isEqualTo(new Row(2L * i, i, "BTCUSDT", Side.SELL, BigDecimal.valueOf(i, 2), 0, 0));
            }
        }
    }

    private void run(SignalSink sink, boolean ownThread) {
        Strategy everyTrade = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                context.signal(0, Side.SELL, trades.price(0));
            }
        };
        PipelineBuilder plan = TradingPipeline.builder().instruments(registry).candles(2).trades(2).ringSize(16).signals(SIGNALS)
            .strategy(everyTrade).sink(sink);
        if (ownThread) {
            plan.sinkOnOwnThread();
        }
        plan.whenNoSignalFree(WhenNoSignalFree.WAIT);
        try (OffHeapMemory bytes = OffHeapMemory.withBudget(plan.plannedBytes()); TradingPipeline pipeline = plan.memory(bytes).build()) {
            for (int life = 0; life < 2; life++) {
                pipeline.start();
                for (int i = life * 500; i < life * 500 + 500; i++) {
                    pipeline.publishTrade(0, i, i, 1, i, 0);
                }
                assertThat(pipeline.stop(LONG).isClean()).isTrue();
            }
            assertThat(pipeline.faultCount()).isZero();
            pipeline.close();
            assertThat(pipeline.signalsOut()).isNull();
        }
    }
}
