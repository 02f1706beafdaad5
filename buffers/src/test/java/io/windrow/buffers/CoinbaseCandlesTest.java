package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One recorded day: the exchange's second bars, put in as four trades each or as they are, must give its minute bars to the last digit. */
class CoinbaseCandlesTest {

    private static final int PRICE_DECIMALS = 2;
    private static final int VOLUME_DECIMALS = 8;
    private static final long MIDNIGHT_NANOS = 1_475_798_400_000_000_000L;

    @Test
    void shouldBuildTheExchangesMinuteBarsFromItsSecondBars() {
        List<String> seconds = SharedData.lines("coinbase-btcusd/second/20161007_trade.zip");
        List<String> minutes = SharedData.lines("coinbase-btcusd/minute/20161007_trade.zip");
        Instrument instrument = new Instrument(0, "BTCUSD", PRICE_DECIMALS, VOLUME_DECIMALS);
        CandleSpec[] frames = CandleBuilderTest.specs(5000, Timeframe.seconds(1), Timeframe.minutes(1));
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            CandleBuilder builder = CandleBuilder.open(memory, instrument, CandlePolicy.DEFAULT, window -> { }, frames)) {
            for (String line : seconds) {
                long[] bar = bar(line);
                builder.onTrade(bar[0], bar[1], bar[5], 0, 0);
                builder.onTrade(bar[0] + 1, bar[2], 0, 0, 0);
                builder.onTrade(bar[0] + 2, bar[3], 0, 0, 0);
                builder.onTrade(bar[0] + 3, bar[4], 0, 0, 0);
            }
            builder.onClock(MIDNIGHT_NANOS + 86_400_000_000_000L);

            assertThat(builder.count(IngestResult.LATE_DROPPED)).isZero();
            assertSameBars(builder.window(0), seconds);
            assertSameBars(builder.window(1), minutes);
        }
    }

    @Test
    void shouldBuildTheExchangesMinuteBarsFromItsSecondBarsAsTheyAre() {
        List<String> seconds = SharedData.lines("coinbase-btcusd/second/20161007_trade.zip");
        Instrument instrument = new Instrument(0, "BTCUSD", PRICE_DECIMALS, VOLUME_DECIMALS);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            CandleBuilder builder = CandleBuilder.open(
                memory, instrument, CandlePolicy.DEFAULT, window -> { }, CandleBuilderTest.specs(5000, Timeframe.minutes(1)))) {
            for (String line : seconds) {
                long[] bar = bar(line);
                builder.onCandle(bar[0], bar[1], bar[2], bar[3], bar[4], bar[5], 0, 0, 0, 0);
            }
            builder.onClock(MIDNIGHT_NANOS + 86_400_000_000_000L);
            assertSameBars(builder.window(0), SharedData.lines("coinbase-btcusd/minute/20161007_trade.zip"));
        }
    }

    private static void assertSameBars(CandleWindow window, List<String> recorded) {
        assertThat(window.size()).isEqualTo(recorded.size()).isPositive();
        CandleSnapshot candle = new CandleSnapshot();
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(window.read(i, candle)).isEqualTo(ReadStatus.OK);
            assertThat(Arrays.copyOf(candle.values, 6)).as("%s bar %s", window.timeframe(), i).isEqualTo(bar(recorded.get(i)));
        }
    }

    private static long[] bar(String line) {
        String[] fields = line.split(",");
        long[] values = new long[fields.length];
        values[0] = MIDNIGHT_NANOS + Long.parseLong(fields[0]) * 1_000_000;
        for (int i = 1; i < fields.length; i++) {
            byte[] text = fields[i].getBytes(StandardCharsets.US_ASCII);
            values[i] = Decimals.parse(text, 0, text.length, i < 5 ? PRICE_DECIMALS : VOLUME_DECIMALS);
            assertThat(Decimals.isError(values[i])).as(line).isFalse();
        }
        return values;
    }
}
