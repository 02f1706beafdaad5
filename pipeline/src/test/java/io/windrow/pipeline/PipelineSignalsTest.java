package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.Signal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signals: what they say, who owns them, and what happens when none is left. */
@Timeout(30)
class PipelineSignalsTest {

    private final BlockingQueue<Signal> out = new LinkedBlockingQueue<>();

    /** Signals at every candle, and counts the answers. */
    private static final class AtEveryCandle implements Strategy {
        volatile int sent;
        volatile int refused;

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            if (context.signal(candles, Side.SELL)) {
                sent = sent + 1;
            } else {
                refused = refused + 1;
            }
        }
    }

    /** Closes one candle of one second after the other. */
    private static void candles(Rig rig, int from, int to) {
        for (int second = from; second < to; second++) {
            rig.trade(second * Rig.SECOND * 5, second);
            rig.pipeline.publishClock(second * Rig.SECOND * 5 + Rig.SECOND);
        }
        rig.drain();
    }

    @Test
    void shouldSayWhichStrategyDecidedOnWhichCandleAndWhenItsEventWasDue() throws InterruptedException {
        try (Rig rig = new Rig(2, plan -> plan.strategy(new Counting()).strategy(new AtEveryCandle()).sink(out::add))) {
            rig.pipeline.start();
            rig.pipeline.publishTrade(1, 7 * Rig.SECOND, 4_242, 1, 0, 0, 11);
            rig.pipeline.publishTrade(1, 8 * Rig.SECOND, 4_300, 1, 0, 0, 22);

            try (Signal signal = out.poll(Rig.LONG.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(signal.strategyId()).isEqualTo(1);
                assertThat(signal.instrumentId()).isEqualTo(1);
                assertThat(signal.side()).isEqualTo(Side.SELL);
                assertThat(signal.stepNanos()).isEqualTo(Rig.SECOND);
                assertThat(signal.candleTimeNanos()).isEqualTo(7 * Rig.SECOND);
                assertThat(signal.price()).isEqualTo(4_242);
                assertThat(signal.dueNanos()).as("of the event that closed the candle").isEqualTo(22);
            }
            assertThat(rig.pipeline.signalCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseAndCountSignalsWhenThePoolIsEmptyAndGoOn() {
        AtEveryCandle strategy = new AtEveryCandle();
        try (Rig rig = Rig.started(plan -> plan.signals(3).strategy(strategy).sink(out::add))) {
            candles(rig, 0, 6);
            int asked = strategy.sent + strategy.refused;

            assertThat(asked).isEqualTo(6 + 5);
            assertThat(strategy.sent).isEqualTo(3);
            assertThat(rig.pipeline.signalCount()).isEqualTo(3);
            assertThat(rig.pipeline.refusedSignals()).isEqualTo(asked - 3).isEqualTo(strategy.refused);
            assertThat(rig.pipeline.candles(0, 0).size()).as("candles closed all the same").isEqualTo(6);

            out.forEach(Signal::close);
            candles(rig, 6, 7);
            assertThat(strategy.sent).as("after all came back").isEqualTo(5);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldCloseSignalsAtOnceWhereThereIsNoSink() {
        AtEveryCandle strategy = new AtEveryCandle();
        try (Rig rig = Rig.started(plan -> plan.signals(1).strategy(strategy))) {
            candles(rig, 0, 100);

            assertThat(strategy.refused).isZero();
            assertThat(rig.pipeline.signalCount()).isEqualTo(100 + 99);
        }
    }

    @Test
    void shouldNotLoseASignalToAStrategyThatAsksWrongly() {
        Strategy wrong = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                context.signal(context.candles(0, 1), Side.BUY);
            }

            @Override
            public void onCandle(CandleWindow candles, StrategyContext context) {
                context.signal(candles, null);
            }
        };
        AtEveryCandle right = new AtEveryCandle();
        try (Rig rig = Rig.started(plan -> plan.signals(1).strategy(wrong).strategy(right))) {
            rig.trade(0, 1);
            rig.trade(Rig.SECOND, 1);
            rig.trade(2 * Rig.SECOND, 1);
            rig.drain();

            assertThat(rig.pipeline.faultCount()).as("three empty windows, two missing sides").isEqualTo(5);
            assertThat(rig.pipeline.firstFault()).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(right.sent).isEqualTo(2);
            assertThat(right.refused).isZero();
        }
    }

    @Test
    void shouldRefuseTheUseOfASignalAfterThePipelineIsClosed() {
        try (Rig rig = Rig.started(plan -> plan.strategy(new AtEveryCandle()).sink(out::add))) {
            candles(rig, 0, 1);
            Signal signal = out.remove();
            rig.pipeline.close();

            assertThat(List.<Runnable>of(signal::price, signal::side, signal::strategyId)).allSatisfy(use ->
                assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                    .hasMessage("block is closed: tag=signals, bytes=14336"));
            assertThat(signal.isHeld()).as("until its holder closes it").isTrue();

            signal.close();

            assertThat(List.<Runnable>of(signal::price, signal::side, signal::close)).allSatisfy(use ->
                assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                    .hasMessage("object is released already: pool=signals, slot=0"));
        }
    }

    @Test
    void shouldTellOfSignalsThatWereOutWhenItClosedAndPrintNothing() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (Rig rig = Rig.started(plan -> plan.strategy(new AtEveryCandle()).sink(out::add))) {
            candles(rig, 0, 3);
            out.remove().close();
            assertThat(rig.pipeline.signalsOut()).as("before it is closed").isNull();

            rig.pipeline.close();

            assertThat(rig.pipeline.signalsOut().count()).as("three candles of 1 s and two of 5 s, one closed").isEqualTo(4);
            assertThat(rig.pipeline.signalsOut().atClose()).isTrue();
        } finally {
            System.setErr(before);
        }
        assertThat(printed).asString().isEmpty();
    }

    @Test
    void shouldTellOfNoSignalsWhereAllWereClosed() {
        try (Rig rig = Rig.started(plan -> plan.strategy(new AtEveryCandle()))) {
            candles(rig, 0, 3);
            rig.pipeline.close();

            assertThat(rig.pipeline.signalsOut()).isNull();
        }
    }
}
