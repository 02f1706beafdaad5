/**
 * How market data moves: published into off-heap slots of a Disruptor ring, taken by one consumer thread through the stages
 * trade or quote window → candles, finest frame first → indicators → strategies → signals → sink.
 *
 * <p>{@link io.windrow.pipeline.TradingPipeline} is built by a {@link io.windrow.pipeline.PipelineBuilder}, fed through a
 * {@link io.windrow.pipeline.MarketPublisher} for each source, and hands signals to a {@link io.windrow.pipeline.SignalSink}. What
 * happens when the ring is full ({@link io.windrow.pipeline.WhenRingFull}), when something throws
 * ({@link io.windrow.pipeline.OnFault}) and when no signal is free ({@link io.windrow.pipeline.WhenNoSignalFree}) is chosen there, and
 * counted.
 *
 * <p>Units. Prices and quantities are mantissas at the instrument's scales; event times nanoseconds since the epoch; due times
 * nanoseconds on the clock of {@link System#nanoTime()}.
 *
 * <p>Threads. One thread publishes, or many by choice. One consumer thread, which the pipeline makes, owns all windows, indicators and
 * strategies; strategies need no locks. Shards, strategies and sinks can have threads of their own; the sink gets the signals in the order
 * of the events all the same. Signals belong to the sink that receives them, which closes them.
 *
 * <p>From publishing to the signal nothing is allocated once the pipeline is started.
 */
package io.windrow.pipeline;
