/**
 * {@code indicators}: recorded candles in, indicators of them out, as CSV with a row for each candle. One pass finds the symbols and
 * scales, a second one puts the candles straight into an {@link io.windrow.buffers.indicators.IndicatorSet}: indicators remember all they
 * need, so that no window is kept, and memory depends on their periods but not on the length of the input.
 */
package io.windrow.examples.indicators;
