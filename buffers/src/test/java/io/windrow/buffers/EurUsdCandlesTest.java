package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded days: the quotes of EURUSD must give its second and minute bars of bid and ask to the last digit. */
class EurUsdCandlesTest {

    private static final Instrument EURUSD = new Instrument(0, "EURUSD", 5, 0);
    private static final long MILLI = 1_000_000L;
    private static final long DAY = 86_400_000 * MILLI;

    @ParameterizedTest
    @ValueSource(strings = {"20140501", "20140502", "20140504", "20140505", "20140506"})
    void shouldBuildTheRecordedBarsFromTheQuotes(String day) {
        List<String> ticks = SharedData.lines("fx-eurusd/tick/" + day + "_quote.zip");
        CandleSpec[] frames = CandleBuilderTest.specs(86_400, Timeframe.seconds(1), Timeframe.minutes(1));
        try (OffHeapMemory memory = OffHeapMemory.withBudget(32 << 20);
            CandleBuilder bids = CandleBuilder.open(memory, EURUSD, CandlePolicy.DEFAULT, window -> { }, frames);
            CandleBuilder asks = CandleBuilder.open(memory, EURUSD, CandlePolicy.DEFAULT, window -> { }, frames)) {
            for (String tick : ticks) {
                String[] fields = tick.split(",");
                long time = Long.parseLong(fields[0]) * MILLI;
                assertThat(bids.onTrade(time, price(fields[1]), 0, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
                assertThat(asks.onTrade(time, price(fields[2]), 0, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
            }
            bids.onClock(DAY);
            asks.onClock(DAY);
            String[] names = {"second", "minute"};
            for (int frame = 0; frame < names.length; frame++) {
                List<String> bars = SharedData.lines("fx-eurusd/" + names[frame] + "/" + day + "_quote.zip");
                assertSameBars(bids.window(frame), bars, 1);
                assertSameBars(asks.window(frame), bars, 6);
            }
        }
    }

    private static void assertSameBars(CandleWindow window, List<String> bars, int column) {
        assertThat(window.size()).isEqualTo(bars.size()).isPositive();
        for (int i = 0; i < bars.size(); i++) {
            int ago = bars.size() - 1 - i;
            String[] fields = bars.get(i).split(",");
            long[] expected = {Long.parseLong(fields[0]) * MILLI, price(fields[column]), price(fields[column + 1]),
                price(fields[column + 2]), price(fields[column + 3])};
            assertThat(new long[] {window.openTimeNanos(ago), window.open(ago), window.high(ago), window.low(ago), window.close(ago)})
                .as("%s bar %s", window.timeframe(), i).isEqualTo(expected);
        }
    }

    private static long price(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        long mantissa = Decimals.parse(bytes, 0, bytes.length, 5);
        assertThat(Decimals.isError(mantissa)).as(text).isFalse();
        return mantissa;
    }
}
