package io.windrow.examples.candles;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import java.nio.charset.StandardCharsets;

/** Reads a candle's size, whose unit and scale depend on the kind. */
final class CandleSize {

    private CandleSize() {
    }

    /**
     * Reads a size.
     *
     * @return the mantissa at the scale that the kind's size has.
     * @throws IllegalArgumentException if it is no positive number, or has more decimals than the instrument.
     */
    static long mantissa(CandleKind kind, String text, Instrument instrument) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int decimals = decimals(kind, instrument);
        long mantissa = Decimals.parse(bytes, 0, bytes.length, decimals);
        if (mantissa == Decimals.TOO_PRECISE) {
            throw new IllegalArgumentException("size must have no more decimals than " + unit(kind) + ": size=" + text + ", decimals="
                + decimals + hint(kind));
        }
        if (Decimals.isError(mantissa) || mantissa <= 0) {
            throw new IllegalArgumentException("size must be a positive number: size=" + text);
        }
        return mantissa;
    }

    private static int decimals(CandleKind kind, Instrument instrument) {
        return switch (kind) {
            case VOLUME -> instrument.quantityDecimals();
            case VALUE -> instrument.quoteDecimals();
            case RANGE, RENKO -> instrument.priceDecimals();
            default -> 0;
        };
    }

    private static String unit(CandleKind kind) {
        return switch (kind) {
            case VOLUME -> "the quantities";
            case VALUE -> "price and quantity together";
            case RANGE, RENKO -> "the prices";
            default -> "a number of trades";
        };
    }

    private static String hint(CandleKind kind) {
        return switch (kind) {
            case VOLUME, VALUE -> " (--quantity-decimals raises them)";
            case RANGE, RENKO -> " (--price-decimals raises them)";
            default -> "";
        };
    }
}
