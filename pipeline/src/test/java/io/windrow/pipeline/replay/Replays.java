package io.windrow.pipeline.replay;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.feeds.ListCursor;
import io.windrow.pipeline.feeds.MarketListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the tests of replays share. */
final class Replays {

    private Replays() {
    }

    /** Feeds of listed times, named 0, 1 and so on. */
    static ReplayBuilder of(long[]... times) {
        ReplayBuilder builder = Replay.builder(new InstrumentRegistry(1));
        for (int feed = 0; feed < times.length; feed++) {
            builder.add(Integer.toString(feed), new ListCursor(feed, times[feed]));
        }
        return builder;
    }

    static long[] times(long... times) {
        return times;
    }

    static boolean run(Replay replay, MarketListener listener) {
        try {
            return replay.run(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
