package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergedCursorTest extends FeedCursorContract {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @Override
    FeedCursor open(int rows) {
        List<FeedCursor> feeds = new ArrayList<>();
        for (int feed = 0; feed < 5; feed++) {
            int start = feed;
            feeds.add(new ListCursor(feed, new Random(feed).longs(rows / 10, 0, 50).map(time -> time * 7 + start).sorted().toArray()));
        }
        return new MergedCursor(feeds, 2);
    }

    /** A row of the reference: by which time it is put in order, whose it is, and the call it makes. */
    private record Row(long orderNanos, int feed, List<Long> call) {
    }

    @Test
    void shouldBeAStableSortByTheLatestTimeOfEachFeed() {
        Seeds.forEach(300, random -> {
            long[][] times = new long[1 + random.nextInt(9)][];
            Arrays.setAll(times, feed -> times(random));
            int passes = 1 + random.nextInt(3);
            MergedCursor cursor = merged(times, passes);
            assertThat(play(cursor)).isEqualTo(reference(times, passes));
            for (int feed = 0; feed < times.length; feed++) {
                assertThat(cursor.rows(feed)).isEqualTo((long) times[feed].length * passes);
                assertThat(cursor.rowsBehind(feed)).isEqualTo(behind(times[feed]) * passes);
            }
        });
    }

    /** Times with many ties; some feeds are empty, some step back, some span hours. */
    private static long[] times(Random random) {
        long[] times = new long[random.nextInt(40)];
        long unit = random.nextBoolean() ? 1 : HOUR_NANOS / 7;
        int back = random.nextInt(3);
        long time = 100 + random.nextInt(20);
        for (int i = 0; i < times.length; i++) {
            time += random.nextInt(4) - (random.nextInt(4) < back ? 3 : 0);
            times[i] = Math.max(time, 0) * unit;
        }
        return times;
    }

    private static MergedCursor merged(long[][] times, int passes) {
        List<FeedCursor> feeds = new ArrayList<>();
        for (int feed = 0; feed < times.length; feed++) {
            feeds.add(new ListCursor(feed, times[feed]));
        }
        return new MergedCursor(feeds, passes);
    }

    private static List<List<Long>> play(FeedCursor cursor) {
        try {
            return rest(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Long>> reference(long[][] times, int passes) {
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        long shift = all.length == 0 ? 0 : ((all[all.length - 1] - all[0]) / HOUR_NANOS + 1) * HOUR_NANOS;
        List<Row> rows = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            for (int feed = 0; feed < times.length; feed++) {
                long latest = 0;
                for (int i = 0; i < times[feed].length; i++) {
                    long time = times[feed][i] + pass * shift;
                    latest = Math.max(latest, time);
                    rows.add(new Row(latest, feed, List.of(CallLog.TRADE, (long) feed, time, 101L + i, 1L, 1L + i, 1L)));
                }
            }
        }
        rows.sort(Comparator.comparingLong(Row::orderNanos).thenComparingInt(Row::feed));
        return rows.stream().map(Row::call).toList();
    }

    private static long behind(long[] times) {
        long latest = 0;
        long behind = 0;
        for (long time : times) {
            behind += time < latest ? 1 : 0;
            latest = Math.max(latest, time);
        }
        return behind;
    }

    @Test
    void shouldLetTheFeedNamedFirstComeFirstAtTheSameTime() {
        MergedCursor cursor = merged(new long[][] {{5, 5, 7}, {5, 5, 7}, {4, 7}}, 1);
        assertThat(play(cursor)).extracting(call -> call.get(1)).containsExactly(2L, 0L, 0L, 1L, 1L, 0L, 1L, 2L);
    }

    @Test
    void shouldNotReorderAFeedThatStepsBack() {
        MergedCursor cursor = merged(new long[][] {{1, 10, 2, 3, 11}, {1, 4, 10, 12}}, 1);
        assertThat(play(cursor)).extracting(CallLog::time).containsExactly(1L, 1L, 4L, 10L, 2L, 3L, 10L, 11L, 12L);
        assertThat(cursor.rowsBehind(0)).isEqualTo(2);
        assertThat(cursor.rowsBehind(1)).isZero();
    }

    @Test
    void shouldMoveByWholeDaysIfOneFeedIsOfCandles() {
        FeedCursor days = new ListCursor(1, new long[] {2}, 24 * HOUR_NANOS);
        MergedCursor cursor = new MergedCursor(List.of(new ListCursor(0, 1), days), 2);
        assertThat(cursor.passUnitNanos()).isEqualTo(24 * HOUR_NANOS);
        assertThat(play(cursor)).extracting(CallLog::time).containsExactly(1L, 2L, 1 + 24 * HOUR_NANOS, 2 + 24 * HOUR_NANOS);
    }

    @Test
    void shouldSayWhoseTheRowIs() throws IOException {
        MergedCursor cursor = merged(new long[][] {{3}, {1}}, 1);
        cursor.next();
        assertThat(cursor.feed()).isEqualTo(1);
        cursor.next();
        assertThat(cursor.feed()).isZero();
    }

    @Test
    void shouldRefuseNoFeedAndNoPass() {
        assertThatThrownBy(() -> new MergedCursor(List.of(), 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("feeds and passes must be 1 or more: feeds=0, passes=1");
        assertThatThrownBy(() -> new MergedCursor(List.of(new ListCursor(0)), 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("feeds and passes must be 1 or more: feeds=1, passes=0");
    }

    @Test
    void shouldEndPassesAtTheYear2200() {
        MergedCursor cursor = merged(new long[][] {{1, 4_000_000_000_000_000_000L}}, 3);
        assertThatThrownBy(() -> play(cursor)).isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("passes must end before the year 2200: shiftNanos=");
    }
}
