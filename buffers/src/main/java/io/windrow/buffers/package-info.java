/**
 * Where market data lives: instruments with exact prices, and windows of candles and trades in preallocated rows outside the heap.
 *
 * <p>Units. Prices and quantities are {@code long} mantissas at the instrument's decimal scale ({@code 61837.63} at two
 * decimals is {@code 6183763}); {@link io.windrow.buffers.Decimals} converts them. Times are {@code long} nanoseconds since
 * 1970-01-01 UTC. Sizes are bytes.
 *
 * <p>Indexing. Index 0 is the newest element, 1 the one before. Each element also has a sequence: 0 for the first ever
 * written, never reused, so that an element that has been overwritten is told from its successor.
 *
 * <p>Threads. A window has one writer, the thread that feeds it, which also reads by index. Any other thread reads by sequence into
 * a snapshot of its own and is told when the element was overwritten meanwhile; it never makes the writer wait.
 *
 * <p>Memory. Every byte comes from an {@link io.windrow.buffers.memory.OffHeapMemory} under the name of its owner. Windows are
 * sized once, never grow, and give their bytes back on close; use after close is an exception, never another owner's data.
 */
package io.windrow.buffers;
