package io.windrow.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.feeds.CallLog;
import io.windrow.pipeline.feeds.ListCursor;
import io.windrow.pipeline.feeds.MarketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReplayTest {

    @Test
    void shouldCallTheSameInTheSameOrderAtEverySpeed() {
        Seeds.forEach(100, random -> {
            long[][] times = new long[1 + random.nextInt(5)][];
            Arrays.setAll(times, feed -> random.longs(random.nextInt(30), 1, 400).toArray());
            long interval = 1 + random.nextInt(20);
            List<List<Long>> fast = play(Replays.of(times).clockEvery(Duration.ofNanos(interval)));
            assertThat(fast).isEqualTo(withClock(play(Replays.of(times)), interval));
            for (double speed : new double[] {1, 0.001, 3.7, 1e9}) {
                assertThat(play(Replays.of(times).clockEvery(Duration.ofNanos(interval)).speed(speed)
                    .wall(new FakeWall(random.nextInt(2) * 50)))).isEqualTo(fast);
            }
        });
    }

    /** The calls with those of the clock between, in the plainest way. */
    private static List<List<Long>> withClock(List<List<Long>> rows, long interval) {
        List<List<Long>> calls = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (List<Long> row : rows) {
            long first = latest == Long.MIN_VALUE ? CallLog.time(row) + 1 : latest + 1;
            for (long time = first; time <= CallLog.time(row); time++) {
                if (time % interval == 0) {
                    calls.add(List.of(CallLog.CLOCK, -1L, time));
                }
            }
            latest = Math.max(latest, CallLog.time(row));
            calls.add(row);
        }
        return calls;
    }

    private static List<List<Long>> play(ReplayBuilder builder) {
        CallLog log = new CallLog();
        assertThat(Replays.run(builder.build(), log)).isTrue();
        return log.calls();
    }

    @Test
    void shouldTickBeforeARowOfTheSameTimeAndNotBeforeTheFirst() {
        assertThat(play(Replays.of(Replays.times(10, 12, 20, 41)).clockEvery(Duration.ofNanos(10))))
            .extracting(call -> (call.get(0) == CallLog.CLOCK ? "clock " : "row ") + CallLog.time(call))
            .containsExactly("row 10", "row 12", "clock 20", "row 20", "clock 30", "clock 40", "row 41");
    }

    @Test
    void shouldTickOnceAtTheEndOfWhatIsCut() {
        assertThat(play(Replays.of(Replays.times(10, 12, 1_000_005, 1_000_012)).clockEvery(Duration.ofNanos(10))
            .maxGap(Duration.ofNanos(20)))).extracting(call -> (call.get(0) == CallLog.CLOCK ? "clock " : "row ") + CallLog.time(call))
            .containsExactly("row 10", "row 12", "clock 20", "clock 30", "clock 1000000", "row 1000005", "clock 1000010", "row 1000012");
    }

    @Test
    void shouldMoveAllFeedsByTheSameFromPassToPass() {
        long hour = 3_600_000_000_000L;
        assertThat(play(Replays.of(Replays.times(1, hour), Replays.times(2)).passes(2))).extracting(CallLog::time)
            .containsExactly(1L, 2L, hour, 1 + hour, 2 + hour, 2 * hour);
    }

    @Test
    void shouldSayHowFarItIs() {
        Replay replay = Replays.of(Replays.times(5, 3, 9), Replays.times(4)).build();
        List<String> seen = new ArrayList<>();
        Replays.run(replay, new MarketListener() {
            @Override
            public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                seen.add(replay.progress().rows() + " to " + replay.progress().timeNanos());
            }
        });
        assertThat(seen).containsExactly("0 to 0", "1 to 4", "2 to 5", "3 to 5");
        assertThat(replay.progress().rows()).isEqualTo(4);
        assertThat(replay.progress().timeNanos()).isEqualTo(9);
        assertThat(replay.progress().bytesTotal()).isZero();
        assertThat(replay.feeds()).extracting(ReplayFeed::toString).containsExactly(
            "0: rows=3, rowsBehind=1 (lines=0, rows=0, skipped=0, bad=0)", "1: rows=1, rowsBehind=0 (lines=0, rows=0, skipped=0, bad=0)");
    }

    @Test
    void shouldLetTheCallerHaveWhatTheListenerThrows() {
        Replay replay = Replays.of(Replays.times(1, 2)).build();
        RuntimeException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> replay.run(new MarketListener() {
            @Override
            public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                throw failure;
            }
        })).isSameAs(failure);
        assertThat(replay.progress().rows()).isZero();
        assertThat(replay.feeds().get(0).rows()).isZero();
    }

    @Test
    void shouldRunOnce() {
        Replay replay = Replays.of(Replays.times(1)).build();
        Replays.run(replay, new CallLog());
        assertThatThrownBy(() -> replay.run(new CallLog())).isInstanceOf(IllegalStateException.class)
            .hasMessage("a replay runs once: rows=1");
    }

    @Test
    void shouldPlayNothingOfNothing() {
        assertThat(play(Replays.of(Replays.times(), Replays.times()).clockEvery(Duration.ofNanos(1)).speed(1).passes(3))).isEmpty();
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        ReplayBuilder builder = Replays.of();
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class).hasMessage("a replay must have a feed: feeds=[]");
        builder.add("a", new ListCursor(0));
        assertThatThrownBy(() -> builder.add("a", new ListCursor(0))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("each feed must have a name of its own: name=a");
        for (double speed : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> builder.speed(speed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed must be a number above 0: speed=" + speed);
        }
        assertThatThrownBy(() -> builder.maxGap(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("maxGap must be positive: maxGap=PT0S");
        assertThatThrownBy(() -> builder.clockEvery(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("clockEvery must be positive: clockEvery=PT-1S");
        assertThatThrownBy(() -> builder.passes(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("passes must be positive: passes=0");
    }
}
