/**
 * Five engines that do the same work: a trade window for each instrument, candles of every time frame in windows of a fixed
 * size, EMA, RSI and ATR on each, a crossing strategy, signals. They differ in what they keep their windows in.
 *
 * <p>The rivals are given every advantage that leaves them what they are: they decode with Windrow's decoders, hand over through
 * Disruptor (but for {@code bigdecimal}, whose pattern is a queue), cascade their candles in the same way, and update
 * their indicators one candle at a time.
 *
 * <p>A sixth engine, {@code pooled}, is {@code objects} with its trades from a pool of {@code io.windrow.pools}. It shows what that change
 * is worth and runs where it is asked for.
 */
package io.windrow.examples.prove.engines;
