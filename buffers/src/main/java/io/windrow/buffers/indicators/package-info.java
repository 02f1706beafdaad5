/**
 * Indicators that take in one closed candle at a time and keep only what the next value needs, off the heap.
 *
 * <p>An {@link io.windrow.buffers.indicators.IndicatorSpec} says what an indicator is: {@code Ema.of(20)}. An
 * {@link io.windrow.buffers.indicators.IndicatorSet} makes live ones, all in one block, and updates them with each candle:
 *
 * <pre>
 *   try (IndicatorSet set = IndicatorSet.openAndFill(memory, window, Ema.of(20), Rsi.of(14))) {
 *       Indicator ema = set.get(0);
 *       // a candle closes
 *       set.update();
 *       ema.value();    // NaN until ready
 *       ema.peek();     // if the forming candle closed as it is
 *   }
 * </pre>
 *
 * <p>Averages start as TA-Lib's do unless another {@link io.windrow.buffers.indicators.Seed} is named; values are TA-Lib's where it has the
 * indicator. What an indicator looks at is its {@link io.windrow.buffers.indicators.Source}: a price, the volume, another indicator.
 */
package io.windrow.buffers.indicators;
