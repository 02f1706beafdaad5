/**
 * Indicators that are fed one closed candle at a time and keep only what the next value needs.
 *
 * <p>Each has one writer, the thread that feeds it, and allocates nothing after construction. {@code value()} is NaN until the
 * indicator {@link io.windrow.buffers.indicators.Indicator#isReady() is ready}. Smoothing starts from the mean of the first
 * period or from the first value, by {@link io.windrow.buffers.indicators.Seed}.
 */
package io.windrow.buffers.indicators;
