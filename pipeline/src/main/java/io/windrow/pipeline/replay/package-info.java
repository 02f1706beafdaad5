/**
 * Recorded and generated market data played again, several feeds merged by time, at any speed.
 *
 * <p>A {@link io.windrow.pipeline.replay.Replay} is built from named feeds, in the order that decides between rows of the same time:
 *
 * <pre>{@code
 * Replay replay = Replay.builder(registry)
 *     .add("spot", List.of(Path.of("spot_btcusdt.gz")), FeedOptions.builder(FeedFormat.BINANCE_WS).build())
 *     .add("perpetual", List.of(Path.of("cm_btcusd_perp.gz")), FeedOptions.builder(FeedFormat.BINANCE_WS).build())
 *     .speed(10)
 *     .maxGap(Duration.ofMinutes(5))
 *     .clockEvery(Duration.ofSeconds(1))
 *     .build();
 * replay.run(listener);
 * replay.feeds().forEach(System.out::println);
 * }</pre>
 *
 * <p>Order. A row comes by its time, and never before a row that its own feed has before it. What is called and in which order is the same
 * at every speed, on every machine.
 *
 * <p>Time. Rows carry the data's time. Paced, each has a due time on the wall clock too, counted from the start; a listener that is slow
 * makes the rows behind it late and does not move their due times, so that a latency counted from
 * {@link io.windrow.pipeline.feeds.MarketListener#dueAt} holds the time that a row had to wait (no coordinated omission).
 *
 * <p>Bad data. As for every feed: counted by reason, with file and line, and the rest goes on.
 */
package io.windrow.pipeline.replay;
