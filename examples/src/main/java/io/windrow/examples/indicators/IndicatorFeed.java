package io.windrow.examples.indicators;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.examples.input.InputProgress;
import io.windrow.examples.input.SymbolInput;
import io.windrow.pipeline.feeds.FeedColumn;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.FileCursor;
import io.windrow.pipeline.feeds.MarketListener;
import java.io.IOException;

/** Puts candles of files into a set of indicators, and has a row written for each. A candle not later than the one before is left out. */
final class IndicatorFeed implements MarketListener {

    private final SymbolInput input;
    private final IndicatorSet set;
    private final IndicatorCsv csv;
    private final Instrument scales;
    private final CandleInput candle = new CandleInput();
    private long taken;
    private long otherSymbols;
    private long notLater;
    private long firstNanos;
    private long lastNanos = Long.MIN_VALUE;

    IndicatorFeed(SymbolInput input, IndicatorSet set, IndicatorCsv csv) {
        this.input = input;
        this.set = set;
        this.csv = csv;
        scales = input.instrument();
    }

    /** Reads all, and answers what became of every line. */
    FeedReport replay() throws IOException {
        try (FileCursor rows = new FileCursor(input.files(), input.feed(), input.scan().registry())) {
            return InputProgress.during("working out indicators", rows.progress(), () -> {
                while (rows.next()) {
                    take(rows);
                }
                return rows.report();
            });
        }
    }

    private void take(FileCursor row) throws IOException {
        if (row.instrumentId() != input.id()) {
            otherSymbols++;
        } else if (row.timeNanos() <= lastNanos) {
            notLater++;
        } else {
            row.deliver(this);
            set.update(candle);
            row.appendText(FeedColumn.TIME, csv.begin());
            csv.values();
            lastNanos = row.timeNanos();
            firstNanos = taken == 0 ? lastNanos : firstNanos;
            taken++;
        }
    }

    @Override
    public void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume,
        long count, long takerBuyVolume, long takerBuyQuoteVolume) {
        candle.set(openTimeNanos, price(open), price(high), price(low), price(close),
            Decimals.toDouble(volume, scales.quantityDecimals()));
    }

    private double price(long mantissa) {
        return Decimals.toDouble(mantissa, scales.priceDecimals());
    }

    /** Candles of the symbol that were taken in. */
    long taken() {
        return taken;
    }

    long otherSymbols() {
        return otherSymbols;
    }

    /** Candles that opened when the one before did, or earlier. */
    long notLater() {
        return notLater;
    }

    /** When the first candle opened. */
    long firstNanos() {
        return firstNanos;
    }

    /** When the last candle opened. */
    long lastNanos() {
        return lastNanos;
    }
}
