package io.windrow.examples.samples.indicators;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.ta4j.WindowBarSeries;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** A strategy of ta4j on a window. */
final class Ta4jOnAWindow {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private Ta4jOnAWindow() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        try (CandleWindow candles = CandleWindow.open(memory, btc, CandleSpec.of(Timeframe.minutes(1)).capacity(50))) {
            BarSeries series = new WindowBarSeries(candles);
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            EMAIndicator fast = new EMAIndicator(close, 3);
            EMAIndicator slow = new EMAIndicator(close, 9);
            Strategy strategy = new BaseStrategy(new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow));
            for (int i = 0; i < 100; i++) {
                long price = 6180000 + 1000 * (i % 40 < 20 ? i % 40 : 40 - i % 40);
                candles.append(i * MINUTE_NANOS, price, price, price, price, 50_000);
                if (strategy.shouldEnter(series.getEndIndex())) {
                    System.out.println("enter at " + series.getEndIndex() + ": " + series.getLastBar().getClosePrice());
                }
            }
        }
        // docs:end
    }
}
