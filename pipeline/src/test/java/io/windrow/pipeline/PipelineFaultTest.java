package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An author's mistake is counted, and costs nobody else an event. */
@Timeout(30)
class PipelineFaultTest {

    private static final int RING = 8;
    private static final int TRADES = 10 * RING;

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("mine"), new AssertionError("mine"), new StackOverflowError("mine"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldGoOnWhenAStrategyThrowsAtEveryTrade(Throwable failure) {
        Counting next = new Counting();
        Strategy throwing = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                Throw.anything(trades.tradeId(0) == 1 ? failure : new RuntimeException("a later one"));
            }
        };
        try (Rig rig = Rig.started(plan -> plan.ringSize(RING).strategy(throwing).strategy(next))) {
            rig.numberedTrades(TRADES);
            rig.drain();

            assertThat(rig.pipeline.faultCount()).isEqualTo(TRADES);
            assertThat(rig.pipeline.firstFault()).isSameAs(failure);
            assertThat(next.trades).as("trades the strategy behind it saw").isEqualTo(TRADES);
            assertThat(next.outOfOrder).isZero();
        }
    }

    @Test
    void shouldLeaveNoTradeOutOfTheCandlesWhenAStrategyThrowsAtACandle() {
        Counting next = new Counting();
        Strategy throwing = new Strategy() {
            @Override
            public void onCandle(CandleWindow candles, StrategyContext context) {
                throw new IllegalStateException("at a candle");
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(throwing).strategy(next))) {
            for (int second = 0; second <= 10; second++) {
                rig.trade(second * Rig.SECOND, 100 + second);
            }
            rig.drain();

            assertThat(rig.pipeline.candles(0, 0).size()).as("candles of one second").isEqualTo(10);
            assertThat(rig.pipeline.candles(0, 1).size()).as("candles of five seconds").isEqualTo(2);
            assertThat(rig.pipeline.candles(0, 1).volume(0)).as("volume of five trades").isEqualTo(5);
            assertThat(next.candles).as("candles the strategy behind it saw").isEqualTo(12);
            assertThat(next.trades).isEqualTo(11);
            assertThat(rig.pipeline.faultCount()).isEqualTo(12);
        }
    }

    @Test
    void shouldLeaveNoTradeOutOfTheCandlesWhenAnIndicatorThrows() {
        Counting next = new Counting() {
            @Override
            public List<IndicatorSpec> indicators() {
                return List.of(new OwnFormula("broken", candle -> {
                    throw new ArithmeticException("in an indicator");
                }));
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(next))) {
            rig.trade(0, 100);
            rig.trade(Rig.SECOND, 101);
            rig.pipeline.publishClock(5 * Rig.SECOND);
            rig.drain();

            assertThat(next.candles).isEqualTo(3);
            assertThat(next.ticks).isEqualTo(1);
            assertThat(rig.pipeline.candles(0, 1).volume(0)).isEqualTo(2);
            assertThat(rig.pipeline.faultCount()).isEqualTo(3);
            assertThat(rig.pipeline.firstFault()).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void shouldGoOnWhenAStrategyThrowsAtATickOfTheClock() {
        Counting next = new Counting();
        Strategy throwing = new Strategy() {
            @Override
            public void onClock(long nowNanos, StrategyContext context) {
                throw new IllegalStateException("at a tick");
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(throwing).strategy(next))) {
            rig.pipeline.publishClock(1);
            rig.pipeline.publishClock(2);
            rig.drain();

            assertThat(next.ticks).isEqualTo(2);
            assertThat(rig.pipeline.faultCount()).isEqualTo(2);
        }
    }

    @Test
    void shouldCountAVolumeThatOverflowsAndGoOn() {
        try (Rig rig = Rig.started(plan -> { })) {
            rig.pipeline.publishTrade(0, 0, 100, Long.MAX_VALUE, 1, 0);
            rig.pipeline.publishTrade(0, 0, 100, 1, 2, 0);
            rig.pipeline.publishClock(Rig.SECOND);
            rig.drain();

            assertThat(rig.pipeline.faultCount()).isEqualTo(1);
            assertThat(rig.pipeline.firstFault()).isInstanceOf(ArithmeticException.class);
            assertThat(rig.pipeline.candles(0, 0).volume(0)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void shouldCountWhatASinkThrows() {
        Counting next = new Counting();
        Strategy signalling = new Strategy() {
            @Override
            public void onCandle(CandleWindow candles, StrategyContext context) {
                context.signal(candles, Side.BUY);
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(signalling).strategy(next).sink(signal -> {
            signal.close();
            throw new IllegalStateException("in the sink");
        }))) {
            rig.trade(0, 1);
            rig.pipeline.publishClock(Rig.SECOND);
            rig.drain();

            assertThat(rig.pipeline.firstFault()).hasMessage("in the sink");
            assertThat(next.candles).isEqualTo(1);
        }
    }

    @Test
    void shouldGoOnWhenHandlersBeforeAndAfterThrow() {
        Counting strategy = new Counting();
        EventHandler<MarketEvent> throwing = new EventHandler<>() {
            @Override
            public void onStart() {
                throw new IllegalStateException("at the start");
            }

            @Override
            public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) throws Exception {
                throw new Exception("at event " + sequence);
            }

            @Override
            public void onShutdown() {
                throw new IllegalStateException("at the end");
            }
        };
        try (Rig rig = Rig.started(plan -> plan.ringSize(RING).before(throwing).strategy(strategy).after(throwing))) {
            rig.numberedTrades(TRADES);
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(strategy.trades).isEqualTo(TRADES);
            assertThat(rig.pipeline.faultCount()).isEqualTo(2 * (TRADES + 2));
            assertThat(rig.pipeline.firstFault()).hasMessage("at the start");
        }
    }

    @Test
    void shouldHaveNoFaultWhereNothingIsThrown() {
        try (Rig rig = Rig.started(plan -> plan.strategy(new Counting()))) {
            rig.numberedTrades(TRADES);
            rig.drain();

            assertThat(rig.pipeline.faultCount()).isZero();
            assertThat(rig.pipeline.firstFault()).isNull();
        }
    }
}
