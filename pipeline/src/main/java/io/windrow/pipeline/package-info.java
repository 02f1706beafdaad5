/**
 * How market data moves: published into off-heap slots of a Disruptor ring, taken by one consumer thread through the stages
 * trade window → candles, finest frame first → indicators → strategies → signals.
 *
 * <p>Units. Prices and quantities are mantissas at the instrument's scales; event times nanoseconds since the epoch; due times
 * nanoseconds on the clock of {@link System#nanoTime()}.
 *
 * <p>Threads. One thread publishes. One consumer thread, which the pipeline makes, owns all windows, indicators and
 * strategies; strategies need no locks. Signals belong to the sink that receives them, which closes them.
 *
 * <p>From publishing to the signal nothing is allocated once the pipeline is built.
 */
package io.windrow.pipeline;
