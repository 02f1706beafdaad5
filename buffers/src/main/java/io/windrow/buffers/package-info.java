/**
 * Where market data lives: instruments with exact prices, windows of candles, trades and quotes in preallocated rows outside the heap,
 * and what makes candles.
 *
 * <p>A short tour. An {@link io.windrow.buffers.memory.OffHeapMemory} has the budget. An {@link io.windrow.buffers.InstrumentRegistry}
 * gives every symbol an {@link io.windrow.buffers.Instrument} with an id and decimal scales. A {@link
 * io.windrow.buffers.CandleWindow}, {@link io.windrow.buffers.TradeWindow} or {@link io.windrow.buffers.QuoteWindow} keeps the newest rows
 * of one instrument; a {@link io.windrow.buffers.WindowGroup} opens one for each, a {@link io.windrow.buffers.WindowCache} shares a few
 * among many. A {@link io.windrow.buffers.CandleSpec} says what candles a window holds. A {@link io.windrow.buffers.CandleBuilder} makes
 * candles of time of trades, in several frames, an {@link io.windrow.buffers.EventCandleBuilder} those that trades close, {@link
 * io.windrow.buffers.HeikinAshi} averaged ones of candles; a {@link io.windrow.buffers.CandlePolicy} says what they do about late trades
 * and duplicates, and a {@link io.windrow.buffers.CandleListener} is told of each candle.
 * <pre>{@code
 * try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
 *     CandleBuilder candles = CandleBuilder.open(memory, btc, CandlePolicy.DEFAULT,
 *         window -> System.out.println(window.closeAsDouble(0)), CandleSpec.of(Timeframe.minutes(1)))) {
 *     candles.onTrade(timeNanos, 6183763, 2000, 0, Side.BUY.code());
 * }
 * }</pre>
 *
 * <p>Units. Prices and quantities are {@code long} mantissas at the instrument's decimal scale ({@code 61837.63} at two
 * decimals is {@code 6183763}); {@link io.windrow.buffers.Decimals} converts them. Times are {@code long} nanoseconds since
 * 1970-01-01 UTC. Sizes are bytes.
 *
 * <p>Indexing. Index 0 is the newest element, 1 the one before. Each element also has a sequence, which counts on and is never reused,
 * so that an element that has been overwritten is told from its successor: 0 for the first of a window, more in a cache.
 *
 * <p>Threads. A window has one writer, the thread that feeds it, which also reads by index. Any other thread reads by sequence into
 * a snapshot of its own and is told when the element was overwritten or changed meanwhile; it never makes the writer wait.
 *
 * <p>Memory. Every byte comes from an {@link io.windrow.buffers.memory.OffHeapMemory} under the name of its owner. Windows are
 * sized once, never grow, and give their bytes back on close; use after close is an exception, never another owner's data.
 */
package io.windrow.buffers;
