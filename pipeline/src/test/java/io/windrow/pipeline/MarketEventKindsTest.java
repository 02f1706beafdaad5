package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.Message;
import io.windrow.pools.Quote;
import io.windrow.pools.SingleThreadPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of event from its publishing to a handler: its values, and the refusal of those it does not have. */
@Timeout(30)
class MarketEventKindsTest {

    private static final long MIN = Long.MIN_VALUE;
    private static final long MAX = Long.MAX_VALUE;
    private static final Map<String, Function<MarketEvent, Object>> READS = new LinkedHashMap<>();

    static {
        READS.put("instrumentId", MarketEvent::instrumentId);
        READS.put("price", MarketEvent::price);
        READS.put("quantity", MarketEvent::quantity);
        READS.put("side", MarketEvent::side);
        READS.put("tradeId", MarketEvent::tradeId);
        READS.put("updateId", MarketEvent::updateId);
        READS.put("depthFlags", MarketEvent::depthFlags);
        READS.put("bid", MarketEvent::bid);
        READS.put("bidSize", MarketEvent::bidSize);
        READS.put("ask", MarketEvent::ask);
        READS.put("askSize", MarketEvent::askSize);
        READS.put("open", MarketEvent::open);
        READS.put("high", MarketEvent::high);
        READS.put("low", MarketEvent::low);
        READS.put("close", MarketEvent::close);
        READS.put("volume", MarketEvent::volume);
    }

    /** What an event's reads answer, and what those say that are refused. */
    private record Answers(int type, String name, long time, long due, Map<String, Object> values, List<String> refusals) {

        static Answers of(MarketEvent event) {
            Map<String, Object> values = new LinkedHashMap<>();
            List<String> refusals = new ArrayList<>();
            READS.forEach((name, read) -> {
                try {
                    values.put(name, read.apply(event));
                } catch (IllegalStateException e) {
                    refusals.add(name + ": " + e.getMessage());
                }
            });
            return new Answers(event.type(), event.typeName(), event.timeNanos(), event.dueNanos(), values, refusals);
        }
    }

    private static Answers published(Consumer<MarketPublisher> publish) {
        List<Answers> answers = new ArrayList<>();
        try (Rig rig = new Rig(3, plan -> plan.quotes(4).before((event, sequence, endOfBatch) -> answers.add(Answers.of(event))))) {
            rig.pipeline.start();
            publish.accept(rig.pipeline.publishers().get(0));
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    @Test
    void shouldShowAQuoteAsItWasPublished() {
        Answers quote = published(publisher -> {
            publisher.dueAt(MIN);
            publisher.onQuote(2, MAX, MIN, MAX, -1, 0);
        });

        assertThat(quote).extracting(Answers::type, Answers::name, Answers::time, Answers::due)
            .containsExactly(MarketEvent.QUOTE, "QUOTE", MAX, MIN);
        assertThat(quote.values).isEqualTo(Map.of("instrumentId", 2, "bid", MIN, "bidSize", MAX, "ask", -1L, "askSize", 0L));
        assertThat(quote.refusals).contains("price: event must be a trade or a change of depth: type=QUOTE",
            "tradeId: event must be a trade: type=QUOTE", "updateId: event must be a change of depth: type=QUOTE",
            "open: event must be a candle: type=QUOTE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldShowAChangeOfDepthAsItWasPublished(int flags) {
        Answers depth = published(publisher -> publisher.onDepth(1, MIN, Side.SELL.code(), MIN, MAX, -1, flags));

        assertThat(depth).extracting(Answers::type, Answers::name, Answers::time, Answers::due)
            .containsExactly(MarketEvent.DEPTH, "DEPTH", MIN, 0L);
        assertThat(depth.values).isEqualTo(Map.of("instrumentId", 1, "side", Side.SELL, "price", MIN, "quantity", MAX, "updateId", -1L,
            "depthFlags", flags));
        assertThat(depth.refusals).contains("tradeId: event must be a trade: type=DEPTH", "bid: event must be a quote: type=DEPTH",
            "volume: event must be a candle: type=DEPTH");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L, 0x7FFF_FFFF_0000_0000L, Long.MAX_VALUE})
    void shouldShowACandleAsItWasPublishedWithBothHalvesOfItsVolume(long volume) {
        Answers candle = published(publisher -> publisher.onCandle(0, -5, -1, MAX, MIN, 3, volume, 0, 0, 0, 0));

        assertThat(candle).extracting(Answers::type, Answers::name, Answers::time).containsExactly(MarketEvent.CANDLE, "CANDLE", -5L);
        assertThat(candle.values).isEqualTo(Map.of("instrumentId", 0, "open", -1L, "high", MAX, "low", MIN, "close", 3L, "volume", volume));
        assertThat(candle.refusals).contains("side: event must be a trade or a change of depth: type=CANDLE",
            "askSize: event must be a quote: type=CANDLE");
    }

    @Test
    void shouldShowATickWithItsTimeOnly() {
        Answers tick = published(publisher -> publisher.onClock(MIN));

        assertThat(tick).extracting(Answers::type, Answers::name, Answers::time).containsExactly(MarketEvent.CLOCK, "CLOCK", MIN);
        assertThat(tick.values).isEmpty();
        assertThat(tick.refusals).hasSize(READS.size()).contains("instrumentId: event must be of an instrument: type=CLOCK");
    }

    @Test
    void shouldCopyAQuoteAndRefuseToCopyWhatIsNone() {
        List<List<Object>> copied = new ArrayList<>();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16);
            SingleThreadPool<Quote> pool = Message.pool(memory, Quote::new).capacity(1).singleThread(); Quote quote = pool.acquire()) {
            EventHandler<MarketEvent> copying = (event, sequence, endOfBatch) -> {
                event.copyTo(quote);
                copied.add(List.of(quote.instrumentId(), quote.timeNanos(), quote.dueNanos(), quote.bid(), quote.bidSize(), quote.ask(),
                    quote.askSize()));
            };
            try (Rig rig = new Rig(3, plan -> plan.quotes(4).before(copying))) {
                rig.pipeline.start();
                MarketPublisher publisher = rig.pipeline.publisher("quotes");
                publisher.dueAt(7);
                publisher.onQuote(2, MIN, MAX, 0, MIN, MAX);
                publisher.onTrade(2, 1, 1, 1, 1, 0);
                rig.drain();
                assertThat(rig.pipeline.firstFault()).isInstanceOf(IllegalStateException.class)
                    .hasMessage("event must be a quote: type=TRADE");
            }
        }
        assertThat(copied).isEqualTo(List.of(List.<Object>of(2, MIN, 7L, MAX, 0L, MIN, MAX)));
    }

    @Test
    void shouldRefuseBadValuesAndPublishNothing() {
        Sights sights = new Sights();
        try (Rig rig = new Rig(2, plan -> plan.before(sights))) {
            rig.pipeline.start();
            MarketPublisher publisher = rig.pipeline.publishers().get(0);
            assertRefused(() -> publisher.onQuote(0, 0, 1, -1, 1, 1), "instrument must be known and size not negative: instrumentId=0,"
                + " instruments=2, size=-1");
            assertRefused(() -> publisher.onQuote(2, 0, 1, 1, 1, MIN), "instrument must be known and size not negative: instrumentId=2,"
                + " instruments=2, size=-9223372036854775808");
            assertRefused(() -> publisher.onDepth(-1, 0, 1, 1, 1, 1, 0), "instrument must be known and quantity not negative:"
                + " instrumentId=-1, instruments=2, quantity=1");
            assertRefused(() -> publisher.onCandle(0, 0, 1, 1, 1, 1, -1, 0, 0, 0, 0), "instrument must be known and volume not negative:"
                + " instrumentId=0, instruments=2, volume=-1");
            assertRefused(() -> publisher.onCandle(0, 0, 5, 6, 1, 7, 1, 0, 0, 0, 0), "open and close must lie between low and high:"
                + " open=5, high=6, low=1, close=7");
            assertThatThrownBy(() -> publisher.onQuote(0, 0, 1, 1, 1, 1)).isInstanceOf(IllegalStateException.class)
                .hasMessage("quotes must be kept to be published: quotes=0");
            assertThatThrownBy(() -> rig.pipeline.quotes(0)).isInstanceOf(IllegalStateException.class)
                .hasMessage("quotes must be kept to be looked at: quotes=0");
            rig.drain();

            assertThat(sights.seen()).isEmpty();
            assertThat(publisher.eventCount()).isZero();
        }
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
