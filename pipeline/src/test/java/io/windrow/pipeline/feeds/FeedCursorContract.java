package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every cursor must do, whatever its rows are. */
abstract class FeedCursorContract {

    private static final long SHIFT_NANOS = 7_200_000_000_000L;

    /** A cursor before its first row, of so many rows. */
    abstract FeedCursor open(int rows) throws IOException;

    @Test
    void shouldGiveEveryRowAndThenNoMore() throws IOException {
        FeedCursor cursor = open(50);
        CallLog log = new CallLog();
        int rows = 0;
        while (cursor.next()) {
            cursor.deliver(log);
            assertThat(log.calls()).hasSize(++rows);
            assertThat(log.calls().get(rows - 1).get(1)).isEqualTo(cursor.instrumentId());
            assertThat(CallLog.time(log.calls().get(rows - 1))).isEqualTo(cursor.timeNanos());
        }
        assertThat(rows).isEqualTo(50);
        assertThat(cursor.next()).isFalse();
        cursor.close();
    }

    @Test
    void shouldGiveTheSameRowsLaterWhenItIsRewound() throws IOException {
        FeedCursor cursor = open(50);
        List<List<Long>> first = rest(cursor);
        cursor.rewind(SHIFT_NANOS);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.next()).isTrue();
        cursor.rewind(SHIFT_NANOS);
        assertThat(rest(cursor)).isEqualTo(CallLog.moved(first, SHIFT_NANOS));
        cursor.rewind(0);
        assertThat(rest(cursor)).isEqualTo(first).hasSize(50);
        cursor.close();
    }

    @Test
    void shouldGiveNothingOnceItIsClosedUntilItIsRewound() throws IOException {
        FeedCursor cursor = open(50);
        assertThat(cursor.next()).isTrue();
        cursor.close();
        assertThat(cursor.next()).isFalse();
        cursor.close();
        cursor.rewind(0);
        assertThat(rest(cursor)).hasSize(50);
        cursor.close();
        FeedCursor unread = open(50);
        unread.close();
        assertThat(unread.next()).isFalse();
    }

    @Test
    void shouldHandTheSameRowOverAsOftenAsItIsAsked() throws IOException {
        FeedCursor cursor = open(10);
        CallLog log = new CallLog();
        cursor.next();
        cursor.deliver(log);
        cursor.deliver(log);
        assertThat(log.calls().get(0)).isEqualTo(log.calls().get(1));
        cursor.close();
    }

    @Test
    void shouldAllocateNothingPerRow() throws IOException {
        MarketListener none = new MarketListener() { };
        try (FeedCursor few = open(1_000); FeedCursor many = open(101_000)) {
            for (int i = 0; i < 3; i++) {
                play(many, none);
                play(few, none);
            }
            long opening = Allocations.leastBytes(() -> play(few, none));
            assertThat(Allocations.leastBytes(() -> play(many, none)) - opening).as("bytes for 100,000 rows more").isLessThan(1_000);
        }
    }

    static void play(FeedCursor cursor, MarketListener listener) {
        try {
            cursor.rewind(0);
            while (cursor.next()) {
                cursor.deliver(listener);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<Long>> rest(FeedCursor cursor) throws IOException {
        CallLog log = new CallLog();
        while (cursor.next()) {
            cursor.deliver(log);
        }
        return log.calls();
    }
}
