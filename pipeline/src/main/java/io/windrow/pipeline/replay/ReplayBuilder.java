package io.windrow.pipeline.replay;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.feeds.FeedCursor;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FileCursor;
import io.windrow.pipeline.feeds.MergedCursor;
import io.windrow.pipeline.feeds.ReadProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what is to be replayed and how fast. For one replay: the cursors that it is given are played once. */
public final class ReplayBuilder {

    private static final double AS_FAST_AS_POSSIBLE = 0;

    private final InstrumentRegistry registry;
    private final Map<String, FeedCursor> feeds = new LinkedHashMap<>();
    private WallClock wall = WallClock.SYSTEM;
    private double speed = AS_FAST_AS_POSSIBLE;
    private long maxGapNanos = Long.MAX_VALUE;
    private long clockNanos;
    private int passes = 1;

    ReplayBuilder(InstrumentRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    /**
     * Adds the rows of files.
     *
     * @param name    for reports; each only once.
     * @param files   at least one, read in this order.
     * @param options how they are written. Their passes are those of this feed alone; see {@link #passes} for all together.
     * @return this.
     * @throws IllegalArgumentException if there is no file, or a feed of that name is there.
     */
    public ReplayBuilder add(String name, List<Path> files, FeedOptions options) {
        return add(name, files, options, Duration.ZERO);
    }

    /**
     * Adds the rows of files that are known only some time after the time they carry, such as candles, which carry the time at which they
     * opened: with their length as lag they come when they were closed.
     *
     * @param name    for reports; each only once.
     * @param files   at least one, read in this order.
     * @param options how they are written. Their passes are those of this feed alone.
     * @param lag     how long after its own time a row comes; the time it is handed over with stays its own.
     * @return this.
     * @throws IllegalArgumentException if there is no file, a feed of that name is there, or the lag is negative.
     */
    public ReplayBuilder add(String name, List<Path> files, FeedOptions options, Duration lag) {
        return add(name, new FileCursor(files, options, registry, lag.toNanos()));
    }

    /**
     * Adds the rows of a cursor, such as {@link io.windrow.pipeline.feeds.TradeGenerator#cursor(InstrumentRegistry)}. The replay rewinds it
     * at the start and closes it at the end.
     *
     * @param name   for reports; each only once.
     * @param cursor its ids are those of the replay's registry.
     * @return this.
     * @throws IllegalArgumentException if a feed of that name is there.
     */
    public ReplayBuilder add(String name, FeedCursor cursor) {
        Objects.requireNonNull(cursor, "cursor");
        if (feeds.putIfAbsent(Objects.requireNonNull(name, "name"), cursor) != null) {
            throw new IllegalArgumentException("each feed must have a name of its own: name=" + name);
        }
        return this;
    }

    /**
     * Makes the replay keep the pace of the data, times a factor; without this it is as fast as it can be.
     *
     * @param factor 1 for real time, 10 for ten times as fast.
     * @return this.
     * @throws IllegalArgumentException if it is not a number above 0.
     */
    public ReplayBuilder speed(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("speed must be a number above 0: speed=" + factor);
        }
        speed = factor;
        return this;
    }

    /**
     * Cuts long gaps in the data, such as nights: a row that is later than this after the one before is due so long after
     * it. The times of the rows stay. The clock, if it ticks, ticks so long too, and once more at the end of what is cut.
     *
     * @param gap in the data's time.
     * @return this.
     * @throws IllegalArgumentException if it is not positive.
     */
    public ReplayBuilder maxGap(Duration gap) {
        maxGapNanos = positive(gap, "maxGap");
        return this;
    }

    /**
     * Lets {@link io.windrow.pipeline.feeds.MarketListener#onClock} be called between the rows, so that candles close as they would
     * live: at each whole multiple of the interval behind the first row and up to the last, before a row of the same time.
     *
     * @param interval in the data's time.
     * @return this.
     * @throws IllegalArgumentException if it is not positive.
     */
    public ReplayBuilder clockEvery(Duration interval) {
        clockNanos = positive(interval, "clockEvery");
        return this;
    }

    /**
     * Sets how often everything is played. The times of a pass are later than those of the pass before by the span of all
     * feeds together, rounded up to whole hours, or to whole days if there are candles.
     *
     * @param count 1 or more.
     * @return this.
     * @throws IllegalArgumentException if it is less than 1.
     */
    public ReplayBuilder passes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("passes must be positive: passes=" + count);
        }
        passes = count;
        return this;
    }

    ReplayBuilder wall(WallClock clock) {
        wall = clock;
        return this;
    }

    /**
     * Makes the replay; nothing is opened yet.
     *
     * @return the replay.
     * @throws IllegalArgumentException if there is no feed.
     */
    public Replay build() {
        if (feeds.isEmpty()) {
            throw new IllegalArgumentException("a replay must have a feed: feeds=" + feeds.keySet());
        }
        List<FeedCursor> cursors = List.copyOf(feeds.values());
        MergedCursor merged = new MergedCursor(cursors, passes);
        List<ReplayFeed> named = new ArrayList<>();
        List<ReadProgress> reading = new ArrayList<>();
        for (String name : feeds.keySet()) {
            FeedCursor cursor = feeds.get(name);
            named.add(new ReplayFeed(name, cursor, merged, named.size()));
            reading.add(cursor.progress());
        }
        return new Replay(merged, named, new ReplayProgress(reading, passes),
            speed == AS_FAST_AS_POSSIBLE ? null : new Pacer(wall, speed, maxGapNanos),
            clockNanos == 0 ? null : new ClockTicks(clockNanos, maxGapNanos));
    }

    private static long positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive: " + name + "=" + duration);
        }
        return duration.toNanos();
    }
}
