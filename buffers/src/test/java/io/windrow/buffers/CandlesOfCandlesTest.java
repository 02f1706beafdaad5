package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finer candles as the input instead of trades. */
class CandlesOfCandlesTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;
    private static final CandleSpec[] FRAMES = {full("10s"), full("1m"), full("1h")};

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private static CandleSpec full(String timeframe) {
        return CandleSpec.of(Timeframe.parse(timeframe)).layout(CandleLayout.FULL).capacity(500);
    }

    private CandleBuilder open(CandlePolicy policy, CandleSpec... specs) {
        return CandleBuilder.open(memory, BTC, policy, window -> { }, specs);
    }

    @Test
    void shouldGiveTheCandlesThatTheTradesGive() {
        Seeds.forEach(30, random -> {
            CandleBuilder ofTrades = open(CandlePolicy.DEFAULT, FRAMES);
            CandleBuilder ofCandles = open(CandlePolicy.DEFAULT, FRAMES);
            CandleListener feed = window -> feed(ofCandles, window);
            try (CandleBuilder seconds = CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, feed, full("1s"))) {
                long now = random.nextInt();
                for (int i = 0; i < 500; i++) {
                    now += (long) (random.nextDouble() * random.nextDouble() * 9 * SECOND);
                    long price = random.nextInt(1000) - 50;
                    long quantity = random.nextInt(100_000);
                    int side = random.nextInt(3) - 1;
                    ofTrades.onTrade(now, price, quantity, 0, side);
                    seconds.onTrade(now, price, quantity, 0, side);
                }
                for (CandleBuilder builder : new CandleBuilder[] {seconds, ofTrades, ofCandles}) {
                    builder.onClock(now + 3600 * SECOND);
                }
            }
            assertSame(ofCandles, ofTrades);
            ofTrades.close();
            ofCandles.close();
        });
    }

    private static void feed(CandleBuilder builder, CandleWindow window) {
        long[] v = row(window, 0);
        assertThat(builder.onCandle(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9])).isEqualTo(IngestResult.ACCEPTED);
    }

    private static long[] row(CandleWindow window, int ago) {
        return Arrays.stream(CandleField.values()).filter(window.spec().layout()::has).mapToLong(f -> window.value(f, ago)).toArray();
    }

    private static void assertSame(CandleBuilder actual, CandleBuilder expected) {
        for (int frame = 0; frame < expected.frames(); frame++) {
            assertThat(actual.window(frame).size()).isEqualTo(expected.window(frame).size()).isPositive();
            for (int ago = 0; ago < expected.window(frame).size(); ago++) {
                assertThat(row(actual.window(frame), ago)).isEqualTo(row(expected.window(frame), ago));
            }
        }
    }

    @Test
    void shouldGiveTheSameWhateverTheOrderWithinASpan() {
        Seeds.forEach(30, random -> {
            try (CandleBuilder builder = open(CandlePolicy.DEFAULT, FRAMES[0])) {
                int[] order = random.ints(0, 10).distinct().limit(10).toArray();
                for (int second : order) {
                    builder.onCandle(second * SECOND, 100 + second, 120 + second, 80 - second, 90 + second, 1, 1, 1, 1, 1);
                }
                builder.onClock(10 * SECOND);
                assertThat(row(builder.window(0), 0)).containsExactly(0, 100, 129, 71, 99, 10, 10, 10, 10, 10);
            }
        });
    }

    @Test
    void shouldRefuseValuesThatNoCandleHas() {
        CandleBuilder builder = open(CandlePolicy.DEFAULT, FRAMES);
        String prices = "open and close must lie between low and high: open=";
        long[][] wrong = {{5, 4, 3, 4}, {5, 6, 5, 4}, {2, 6, 3, 4}, {5, 6, 3, 7}};
        for (long[] p : wrong) {
            assertThatThrownBy(() -> builder.onCandle(0, p[0], p[1], p[2], p[3], 1, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(prices + p[0] + ", high=" + p[1] + ", low=" + p[2] + ", close=" + p[3]);
        }
        assertThatThrownBy(() -> builder.onCandle(0, 1, 1, 1, 1, -1, 1, 1, 1, 1)).hasMessage("volume must not be negative: volume=-1");
        for (long takerBuy : new long[] {-1, 6, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> builder.onCandle(0, 1, 1, 1, 1, 5, 1, 1, takerBuy, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("taker-buy volume must be 0 to the volume: takerBuyVolume=" + takerBuy + ", volume=5");
        }
        for (long count : new long[] {-1, (1L << 32) + 1}) {
            assertThatThrownBy(() -> builder.onCandle(0, 1, 1, 1, 1, 5, 1, count, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trade count must be 0 to 4294967296: tradeCount=" + count);
        }
        assertThat(builder.window(0).hasForming()).isFalse();
        assertThat(builder.count(IngestResult.ACCEPTED)).isZero();
    }

    @Test
    void shouldLeaveOutACandleThatWouldOverflowASumOfAnyFrame() {
        CandleBuilder builder = open(CandlePolicy.DEFAULT, FRAMES);
        builder.onCandle(0, 1, 1, 1, 1, 5, 10, 1, 5, Long.MAX_VALUE - 9);
        for (long[] sums : new long[][] {{1, 1, 10}, {1, -10, 0}, {1, 0, Long.MIN_VALUE}, {Long.MAX_VALUE - 4, 0, 0}}) {
            assertThatThrownBy(() -> builder.onCandle(20 * SECOND, 1, 1, 1, 1, sums[0], sums[1], 1, 0, sums[2]))
                .isInstanceOf(ArithmeticException.class);
        }
        assertThat(builder.onCandle(20 * SECOND, 1, 1, 1, 1, 1, 1, 1, 0, 9)).isEqualTo(IngestResult.ACCEPTED);
        builder.onClock(60 * SECOND);
        assertThat(row(builder.window(1), 0)).containsExactly(0, 1, 1, 1, 1, 6, 11, 2, 5, Long.MAX_VALUE);
    }

    @Test
    void shouldNotMergeALateCandle() {
        CandleBuilder builder = open(CandlePolicy.merge(100 * SECOND), FRAMES);
        builder.onCandle(30 * SECOND, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(builder.onCandle(29 * SECOND, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.count(IngestResult.LATE_DROPPED)).isEqualTo(1);
        CandleBuilder prices = open(CandlePolicy.DEFAULT, CandleSpec.of(Timeframe.minutes(1)));
        prices.onCandle(0, 1, 2, 0, 1, 5, Long.MIN_VALUE, -1, -1, Long.MIN_VALUE);
        prices.onClock(60 * SECOND);
        assertThat(row(prices.window(0), 0)).as("what the layout does not keep does not count").containsExactly(0, 1, 2, 0, 1, 5);
    }
}
