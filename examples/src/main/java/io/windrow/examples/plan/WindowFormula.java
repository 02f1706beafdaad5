package io.windrow.examples.plan;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import java.util.function.IntToLongFunction;

/** What a window of some rows takes, before it is rounded up. */
record WindowFormula(long rowBytes, long fixedBytes) {

    static WindowFormula ofCandles() {
        return of(rows -> CandleSpec.of(Timeframe.minutes(1)).capacity(rows).windowBytes());
    }

    static WindowFormula ofTrades() {
        return of(TradeWindow::windowBytes);
    }

    private static WindowFormula of(IntToLongFunction windowBytes) {
        long one = windowBytes.applyAsLong(1);
        long rowBytes = windowBytes.applyAsLong(2) - one;
        return new WindowFormula(rowBytes, one - rowBytes);
    }
}
