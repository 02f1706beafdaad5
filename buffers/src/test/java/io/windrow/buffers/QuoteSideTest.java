package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteSideTest {

    @ParameterizedTest
    @CsvSource({"BID, 1.2345, 1.2350, 1.2345", "ASK, 1.2345, 1.2350, 1.2350", "MID, 1.2345, 1.2350, 1.23475",
        "MID, -0.0001, 0.0002, 0.00005"})
    void shouldGiveTheExactPrice(QuoteSide side, BigDecimal bid, BigDecimal ask, BigDecimal price) {
        long mantissa = side.price(bid.unscaledValue().longValueExact(), ask.unscaledValue().longValueExact());
        assertThat(BigDecimal.valueOf(mantissa, side.decimals(4))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @CsvSource({"BID, 0, 5, false", "BID, 5, 0, true", "ASK, 0, 5, true", "ASK, 5, 0, false", "MID, 0, 5, false", "MID, 5, 0, false",
        "MID, 5, 5, true"})
    void shouldKnowWhetherItIsQuoted(QuoteSide side, long bid, long ask, boolean quoted) {
        assertThat(side.isQuoted(bid, ask)).isEqualTo(quoted);
    }

    @Test
    void shouldRefuseAMeanBeyondALong() {
        assertThatThrownBy(() -> QuoteSide.MID.price(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> QuoteSide.MID.price(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldMakeCandlesWithoutVolumeThatCountTheQuotes() {
        Instrument mid = new Instrument(0, "EURUSD", QuoteSide.MID.decimals(4), 0);
        CandleSpec spec = CandleSpec.of(Timeframe.seconds(1)).layout(CandleLayout.FULL);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            CandleBuilder builder = CandleBuilder.open(memory, mid, CandlePolicy.DEFAULT, window -> { }, spec)) {
            builder.onQuote(1, 12345, 12350, QuoteSide.MID);
            assertThat(builder.onQuote(2, 12347, 12350, QuoteSide.MID)).isEqualTo(IngestResult.ACCEPTED);
            builder.onClock(1_000_000_000L);
            CandleWindow window = builder.window(0);
            assertThat(window.openAsDouble(0)).isEqualTo(1.23475);
            assertThat(window.closeAsDouble(0)).isEqualTo(1.23485);
            assertThat(window.volume(0)).isZero();
            assertThat(window.value(CandleField.TRADE_COUNT, 0)).isEqualTo(2);
            assertThat(window.vwap(0)).as("the close, where there is no volume").isEqualTo(1.23485);
        }
    }
}
