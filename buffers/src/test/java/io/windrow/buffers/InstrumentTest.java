package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

    private static final Instrument STEPPED = new Instrument(1, "BTCUSDT", 2, 5, 7, 25, 1000);
    private static final Instrument FREE = new Instrument(1, "BTCUSDT", 2, 5);

    @ParameterizedTest
    @CsvSource({"2, 5, 7", "0, 0, 0", "18, 0, 18", "9, 9, 18", "10, 9, 18", "18, 18, 18"})
    void shouldKeepQuoteVolumeExactWhereItCan(int priceDecimals, int quantityDecimals, int quoteDecimals) {
        assertThat(new Instrument(0, "A", priceDecimals, quantityDecimals))
            .isEqualTo(new Instrument(0, "A", priceDecimals, quantityDecimals, quoteDecimals, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 19, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseAScaleOutOfRange(int decimals) {
        String message = "decimals must be 0 to 18: decimals=" + decimals;
        assertThatThrownBy(() -> new Instrument(0, "A", decimals, 0)).hasMessage(message);
        assertThatThrownBy(() -> new Instrument(0, "A", 0, decimals)).hasMessage(message);
        assertThatThrownBy(() -> new Instrument(0, "A", 0, 0, decimals, 1, 1)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldRefuseAStepThatIsNotPositive(long step) {
        assertThatThrownBy(() -> new Instrument(0, "A", 0, 0, 0, step, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("tick size must be positive: tickSize=" + step + ", instrument=A");
        assertThatThrownBy(() -> new Instrument(0, "A", 0, 0, 0, 1, step)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("lot size must be positive: lotSize=" + step + ", instrument=A");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25, -25, 6_183_775, -100, Long.MAX_VALUE - 7})
    void shouldTakeAPriceOnATick(long price) {
        assertThat(STEPPED.isOnTick(price)).isTrue();
        assertThatCode(() -> STEPPED.checkPrice(price)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 24, 26, 6_183_763, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldRefuseAPriceBetweenTicks(long price) {
        assertThat(STEPPED.isOnTick(price)).isFalse();
        assertThat(FREE.isOnTick(price)).isTrue();
        assertThatCode(() -> FREE.checkPrice(price)).doesNotThrowAnyException();
        assertThatThrownBy(() -> STEPPED.checkPrice(price)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("price must be a multiple of the tick size: price=" + price + ", tickSize=25, instrument=BTCUSDT");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1001, -500})
    void shouldRefuseAQuantityBetweenLots(long quantity) {
        assertThat(STEPPED.isOnLot(quantity)).isFalse();
        assertThat(FREE.isOnLot(quantity)).isTrue();
        assertThat(STEPPED.isOnLot(quantity * 1000)).isTrue();
        assertThatCode(() -> STEPPED.checkQuantity(quantity * 1000)).doesNotThrowAnyException();
        assertThatCode(() -> FREE.checkQuantity(quantity)).doesNotThrowAnyException();
        assertThatThrownBy(() -> STEPPED.checkQuantity(quantity)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("quantity must be a multiple of the lot size: quantity=" + quantity + ", lotSize=1000, instrument=BTCUSDT");
    }

    @Test
    void shouldAllocateNothingForACheckThatPasses() {
        Allocations.assertNone(() -> {
            STEPPED.checkPrice(50);
            STEPPED.checkQuantity(5000);
        });
    }
}
