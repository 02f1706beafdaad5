/**
 * {@code candles}: recorded trades, quotes or finer candles in, candles of any kind out, as CSV. One pass finds the symbols and scales, a
 * second one makes the candles in a window of a few rows, so that memory does not depend on the length of the input.
 */
package io.windrow.examples.candles;
