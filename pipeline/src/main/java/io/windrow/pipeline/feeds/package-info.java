/**
 * Where trades, quotes and candles come from: files of several formats, and for trades a generator.
 *
 * <p>A feed is read in two steps. A {@link io.windrow.pipeline.feeds.FeedScan} goes over the files once and finds which instruments there
 * are and how many decimals their prices need; its registry is what windows are sized by. A
 * {@link io.windrow.pipeline.feeds.FileTradeSource} then replays the trades, as often as wanted; {@code FileQuoteSource} and
 * {@code FileCandleSource} do the same for quotes and candles:
 *
 * <pre>{@code
 * FeedOptions options = FeedOptions.builder(FeedFormat.of("binance-trades")).build();
 * List<Path> files = List.of(Path.of("BTCUSDT-trades-2024-08-08.zip"));
 * FeedScan scan = FeedScan.of(files, options, 100);
 * TradeSource source = new FileTradeSource(files, options, scan.registry());
 * source.replay((instrumentId, timeNanos, price, quantity, tradeId, sideCode) -> window.append(timeNanos, price, ...));
 * }</pre>
 *
 * <p>Several feeds. A source pushes its rows; a {@link io.windrow.pipeline.feeds.FeedCursor} gives them one by one, so that a
 * {@link io.windrow.pipeline.feeds.MergedCursor} can put those of several feeds in order by time. {@code io.windrow.pipeline.replay} plays
 * them at any speed.
 *
 * <p>Decoding. A line stays where it was read; the decoder notes where in it symbol, prices and quantities stand, and the numbers are read
 * from there at the instrument's scale. No object is made per line, which the tests assert.
 *
 * <p>Bad data. Every line is counted once: as a row, as skipped (another stream, a header, a blank line) or as bad, by reason, and
 * the first bad ones are kept to be looked at. Content is never an exception, not even a file cut in the middle; a file that is missing is.
 *
 * <p>Units. Times are nanoseconds since 1970-01-01 UTC, taken from the exchange's own stamp and not from the recorder's. Prices and
 * quantities are exact: mantissas at the instrument's decimal scale. Nothing is rounded; what does not fit is bad.
 *
 * <p>Threads. A source and its report belong to the thread that replays. {@link io.windrow.pipeline.feeds.ReadProgress} is for any.
 */
package io.windrow.pipeline.feeds;
