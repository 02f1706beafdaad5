package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a strategy can ask of its context. */
@Timeout(30)
class StrategyContextTest {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final class Noting implements Strategy {

        private void note(String call, StrategyContext context) {
            log.add(call + " " + context.eventSequence() + " at " + context.eventTimeNanos());
        }

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            note("trade", context);
        }

        @Override
        public void onQuote(QuoteWindow quotes, StrategyContext context) {
            note("quote", context);
        }

        @Override
        public void onDepth(MarketEvent depth, StrategyContext context) {
            note("depth", context);
        }

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            note("candle", context);
        }

        @Override
        public void onClock(long nowNanos, StrategyContext context) {
            note("tick", context);
        }
    }

    @Test
    void shouldTellNumberAndTimeOfTheEventInHand() {
        try (Rig rig = Rig.started(plan -> plan.quotes(4).strategy(new Noting()))) {
            MarketPublisher source = rig.pipeline.publisher("x");
            source.onTrade(0, 7, 1, 1, 0, 0);
            source.onQuote(0, 8, 1, 1, 2, 1);
            source.onDepth(0, 9, 0, 1, 1, 0, 0);
            source.onClock(Rig.SECOND);
            rig.pipeline.stop(Rig.LONG);
            rig.pipeline.start();
            source.onTrade(0, Rig.SECOND + 1, 1, 1, 0, 0);
            rig.drain();

            assertThat(log).containsExactly("trade 0 at 7", "quote 2 at 8", "depth 4 at 9", "candle 6 at 1000000000",
                "tick 7 at 1000000000", "trade 8 at 1000000001");
        }
    }

    /** Says which instruments it sees, and what it is told about one that it does not. */
    private final class Asking implements Strategy {

        @Override
        public void onStart(StrategyContext context) {
            for (int id = 0; id < context.instruments().size(); id++) {
                boolean own = id % context.instrumentIdStep() == context.firstInstrumentId();
                log.add(own ? "sees " + context.trades(id).instrument().id() + context.candles(id, 0).instrument().id()
                    : refusal(context, id));
            }
            assertThatThrownBy(() -> context.trades(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> context.signal(0, Side.BUY, 1)).isInstanceOf(IllegalStateException.class)
                .hasMessage("signals must not be sent in onStart");
        }

        private String refusal(StrategyContext context, int id) {
            assertThatThrownBy(() -> context.candles(id, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> context.quotes(id)).isInstanceOf(IllegalArgumentException.class);
            try {
                context.trades(id);
                return "no refusal";
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
    }

    @Test
    void shouldGiveTheWindowsOfItsShardAndRefuseThoseOfOthers() {
        try (Rig rig = new Rig(3, plan -> plan.shards(2).quotes(4).strategy(Asking::new))) {
            String refused = "instrument must be one of the stage's shard: instrumentId=";
            assertThat(log).containsExactly("sees 00", refused + "1, shard=0 of 2", "sees 22",
                refused + "0, shard=1 of 2", "sees 11", refused + "2, shard=1 of 2");
            assertThat(rig.pipeline.signalCount()).isZero();
        }
    }

    @Test
    void shouldWorkWithMoreShardsThanInstruments() {
        SignalLog sink = new SignalLog();
        try (Rig rig = new Rig(2, plan -> plan.shards(5).quotes(2).whenNoSignalFree(WhenNoSignalFree.WAIT)
            .strategy(() -> new Talkative(1)).sink(sink))) {
            rig.pipeline.start();
            for (int i = 0; i < 100; i++) {
                rig.trade(i & 1, i, i);
                rig.pipeline.publishClock(i);
            }
            assertThat(rig.pipeline.stop(Rig.LONG).isClean()).isTrue();

            assertThat(sink.sent).isNotEmpty().extracting(SentSignal::eventSequence).isSorted();
        }
    }

    @Test
    void shouldSendASignalOfAnEventWithItsTimeAndNoFrame() {
        SignalLog sink = new SignalLog();
        List<Throwable> thrown = new ArrayList<>();
        Strategy strategy = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                context.signal(1, Side.SELL, Long.MIN_VALUE);
                for (int id : new int[] {-1, 2}) {
                    try {
                        context.signal(id, Side.SELL, 1);
                    } catch (IndexOutOfBoundsException e) {
                        thrown.add(e);
                    }
                }
            }
        };
        try (Rig rig = new Rig(2, plan -> plan.strategy(new Counting()).strategy(strategy).sink(sink).signals(1))) {
            rig.pipeline.start();
            rig.pipeline.publishTrade(0, 42, 1, 1, 0, 0, 77);
            rig.drain();

            assertThat(sink.sent).containsExactly(new SentSignal(1, 1, Side.SELL, 0, 42, Long.MIN_VALUE, 77, 0));
            assertThat(thrown).hasSize(2);
            assertThat(rig.pipeline.refusedSignals()).isZero();
        }
    }
}
