package io.windrow.examples.candles;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.examples.output.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Candles as lines of CSV, in the columns of Binance's kline files without their last. A value that there is not is an empty field. */
final class CandleCsv {

    static final String HEADER = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
        + "taker_buy_quote_volume";

    private static final CandleField[] FIELDS = CandleField.values();

    private final Output out;
    private final Instrument scales;
    private final Set<CandleField> present;
    private final OutTimeUnit unit;
    private final StringBuilder line = new StringBuilder();
    private long written;
    private long firstOpenNanos;
    private long lastOpenNanos;

    /** With the fields that there are, and the instrument whose scales they have. */
    CandleCsv(Output out, Instrument scales, Set<CandleField> present, OutTimeUnit unit) throws IOException {
        this.out = out;
        this.scales = scales;
        this.present = present;
        this.unit = unit;
        out.write(HEADER + "\n");
    }

    /**
     * Writes a candle.
     *
     * @param candle     its values.
     * @param closeNanos for a candle of time the open time of the next, one unit before which it is written to close; else the time of
     *                   its last trade.
     * @param timed      whether it is one of time.
     */
    void write(ToLongFunction<CandleField> candle, long closeNanos, boolean timed) {
        line.setLength(0);
        for (CandleField field : FIELDS) {
            append(field, candle);
            if (field == CandleField.VOLUME) {
                line.append(unit.floor(closeNanos) - (timed ? 1 : 0)).append(',');
            }
        }
        line.setCharAt(line.length() - 1, '\n');
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastOpenNanos = candle.applyAsLong(CandleField.OPEN_TIME);
        firstOpenNanos = written == 0 ? lastOpenNanos : firstOpenNanos;
        written++;
    }

    private void append(CandleField field, ToLongFunction<CandleField> candle) {
        if (field == CandleField.OPEN_TIME) {
            line.append(unit.floor(candle.applyAsLong(field)));
        } else if (present.contains(field)) {
            Decimals.append(line, candle.applyAsLong(field), field.unit().decimals(scales));
        }
        line.append(',');
    }

    /** How many candles were written. */
    long written() {
        return written;
    }

    /** When the first of them opened. */
    long firstOpenNanos() {
        return firstOpenNanos;
    }

    /** When the last of them opened. */
    long lastOpenNanos() {
        return lastOpenNanos;
    }
}
