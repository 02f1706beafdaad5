/**
 * Sinks for signals beside one's own {@link io.windrow.pipeline.SignalSink}: {@link io.windrow.pipeline.sinks.FileSink} writes them into a
 * file of CSV, {@link io.windrow.pipeline.sinks.BatchSink} gives them to a handler many at a time.
 *
 * <pre>{@code
 * try (FileSink signals = FileSink.builder(Path.of("signals.csv"), registry).ifThere(FileSink.IfThere.APPEND).open();
 *     TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(registry)
 *         .strategy(new Breakout()).sink(signals).sinkOnOwnThread().build().start()) {
 *     feed.replay(pipeline.publisher("feed"));
 *     pipeline.stop(Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>Both close every signal they are given, also one that they cannot keep. When the pipeline has stopped, nothing waits in them: all is
 * written or handled, or what prevents it was thrown and is among the pipeline's faults. A sink outlives stops and restarts; who made it
 * closes it, after the pipeline.
 */
package io.windrow.pipeline.sinks;
