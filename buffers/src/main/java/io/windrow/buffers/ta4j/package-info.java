/**
 * Runs ta4j 0.17 on the candles of a window, so that an existing strategy needs no change. Needs {@code org.ta4j:ta4j-core:0.17}, which is
 * an optional dependency; nothing else refers to this package.
 *
 * <p>A {@link io.windrow.buffers.ta4j.WindowBarSeries} shows a window as a ta4j {@code BarSeries}, without a copy:
 * <pre>{@code
 * BarSeries series = new WindowBarSeries(window);
 * ClosePriceIndicator close = new ClosePriceIndicator(series);
 * Rule up = new CrossedUpIndicatorRule(new EMAIndicator(close, 12), new EMAIndicator(close, 26));
 * Rule down = new CrossedDownIndicatorRule(new EMAIndicator(close, 12), new EMAIndicator(close, 26));
 * Strategy strategy = new BaseStrategy(up, down);
 * // a candle has closed
 * if (strategy.shouldEnter(series.getEndIndex())) {
 *     buy();
 * }
 * }</pre>
 *
 * <p>Numbers are {@code DoubleNum} unless another is given: {@code new WindowBarSeries("BTC", window, DecimalNum.ZERO)} shows the exact
 * decimals.
 *
 * <p>Bars. The end time is the close of the time frame, UTC: open time + step, or the end of the month. Candles of kinds without a time
 * frame begin and end at their open time, and their period is 0, as a window does not keep when they closed. The amount is the quote volume
 * and the trades are counted in windows of {@code FULL} layout; both are 0 in others, as in ta4j where they are not given. A bar reads the
 * window each time it is asked. One whose candle is evicted throws; to keep a bar, copy it: {@code getSubSeries(i, i + 1)}.
 *
 * <p>Limits. ta4j's cached indicators keep what they computed of a candle, also if a late trade changes it afterwards, and each makes a
 * list as long as the window's capacity at once. An index is an {@code int}: when 2³¹ - 1 candles have been shown, every call fails
 * until a new series is made.
 */
package io.windrow.buffers.ta4j;
