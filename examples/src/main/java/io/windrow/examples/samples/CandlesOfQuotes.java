package io.windrow.examples.samples;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.QuoteSide;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;

/** Candles of the middle between bid and ask, exact. */
final class CandlesOfQuotes {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private CandlesOfQuotes() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        Instrument middle = new Instrument(btc.id(), btc.symbol() + " middle", QuoteSide.MID.decimals(btc.priceDecimals()), 0);
        try (QuoteWindow quotes = QuoteWindow.open(memory, btc, 1_000);
            CandleBuilder candles = CandleBuilder.open(memory, middle, CandlePolicy.DEFAULT,
                window -> System.out.println(window.openAsDouble(0) + " to " + window.closeAsDouble(0)),
                CandleSpec.of(Timeframe.seconds(1)))) {
            for (int i = 0; i < 4; i++) {
                quotes.append(i * SECOND_NANOS / 2, 6180000 + i, 70_000, 6180001 + i, 20_000);
                candles.onQuote(quotes.timeNanos(0), quotes.bid(0), quotes.ask(0), QuoteSide.MID);
            }
            candles.onClock(2 * SECOND_NANOS);
            System.out.println("spread " + quotes.spread(0));
        }
        // docs:end
    }
}
