package io.windrow.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.feeds.CallLog;
import io.windrow.pipeline.feeds.MarketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When rows are handed over, by a wall clock that the test moves; one test, a coarse one, by the machine's. */
@Timeout(60)
class ReplayPaceTest {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;

    /** Notes when each row came, after its due time, and takes its time over it. */
    private static final class Slow implements MarketListener {

        final List<Long> dueNanos = new ArrayList<>();
        final List<Long> cameNanos = new ArrayList<>();
        private final FakeWall wall;
        private final long takesNanos;

        Slow(FakeWall wall, long takesNanos) {
            this.wall = wall;
            this.takesNanos = takesNanos;
        }

        @Override
        public void dueAt(long nanos) {
            dueNanos.add(nanos - FakeWall.START_NANOS);
        }

        @Override
        public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
            cameNanos.add(wall.passedNanos());
            wall.pass(takesNanos);
        }
    }

    private static Slow play(ReplayBuilder builder, FakeWall wall, long takesNanos) {
        Slow listener = new Slow(wall, takesNanos);
        assertThat(Replays.run(builder.wall(wall).build(), listener)).isTrue();
        return listener;
    }

    @Test
    void shouldHandEachRowOverWhenItIsDueCountedFromTheStart() {
        Seeds.forEach(50, random -> {
            long[] times = random.longs(200, 0, 100 * SECOND_NANOS).sorted().toArray();
            double speed = Math.exp(random.nextGaussian() * 3);
            // It wakes less late than it gets up early, so that only the spin's last step is left.
            Slow listener = play(Replays.of(times).speed(speed), new FakeWall(random.nextInt(60_000)), 0);
            for (int i = 0; i < times.length; i++) {
                assertThat(listener.dueNanos.get(i)).isEqualTo((long) ((times[i] - times[0]) / speed));
                assertThat(listener.cameNanos.get(i) - listener.dueNanos.get(i)).isBetween(0L, 40L);
            }
        });
    }

    @Test
    void shouldNeverLeaveALateRowOutNorMoveWhatIsDue() {
        // Ten rows a millisecond apart of which each takes three; then there is time to catch up.
        long[] times = new long[12];
        for (int i = 0; i < 10; i++) {
            times[i] = i * MILLI_NANOS;
        }
        times[10] = SECOND_NANOS;
        times[11] = SECOND_NANOS + MILLI_NANOS;
        Slow listener = play(Replays.of(times).speed(1), new FakeWall(0), 3 * MILLI_NANOS);
        for (int i = 0; i < 12; i++) {
            assertThat(listener.dueNanos.get(i)).isEqualTo(times[i]);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(listener.cameNanos.get(i)).isEqualTo(3 * i * MILLI_NANOS);
        }
        assertThat(listener.cameNanos.get(10)).isCloseTo(SECOND_NANOS, within(40L));
        assertThat(listener.cameNanos.get(11)).isCloseTo(SECOND_NANOS + 3 * MILLI_NANOS, within(40L));
    }

    @Test
    void shouldSleepThroughLongWaitsAndStayAwakeInShortOnes() {
        FakeWall wall = new FakeWall(0);
        play(Replays.of(Replays.times(0, SECOND_NANOS, SECOND_NANOS + Pacer.SPIN_NANOS, 2 * SECOND_NANOS)).speed(1), wall, 0);
        assertThat(wall.parks()).isEqualTo(2);
    }

    @Test
    void shouldHaveWhatIsKeptBackPassedOnBeforeItWaitsAndAtTheEnd() {
        StringBuilder calls = new StringBuilder();
        Replays.run(Replays.of(Replays.times(0, 0, 900, 900, 2_000)).speed(1).wall(new FakeWall(0)).build(), new MarketListener() {
            @Override
            public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                calls.append(timeNanos).append(' ');
            }

            @Override
            public void flush() {
                calls.append("flush ");
            }
        });
        assertThat(calls).hasToString("0 0 flush 900 900 flush 2000 flush ");
    }

    @Test
    void shouldTakeTheLatestTimeForARowThatStepsBack() {
        assertThat(play(Replays.of(Replays.times(100, 900, 300, 1_000)).speed(1), new FakeWall(0), 0).dueNanos)
            .containsExactly(0L, 800L, 800L, 900L);
    }

    @Test
    void shouldCutLongGapsAtTheirLength() {
        long[] times = {0, SECOND_NANOS, 61_000 * SECOND_NANOS, 61_001 * SECOND_NANOS, 61_011 * SECOND_NANOS, 61_022 * SECOND_NANOS};
        Slow listener = play(Replays.of(times).speed(2).maxGap(Duration.ofSeconds(10)), new FakeWall(0), 0);
        assertThat(listener.dueNanos).containsExactly(0L, SECOND_NANOS / 2, 11 * SECOND_NANOS / 2, 6 * SECOND_NANOS, 11 * SECOND_NANOS,
            16 * SECOND_NANOS);
    }

    @Test
    void shouldLetTheClockTickAtItsOwnDueTimes() {
        CallLog log = new CallLog();
        Replays.run(Replays.of(Replays.times(5, 25, 10_000, 10_010)).speed(0.5).clockEvery(Duration.ofNanos(10))
            .maxGap(Duration.ofNanos(20)).wall(new FakeWall(0)).build(), log);
        assertThat(log.calls()).extracting(call -> (call.get(0) == CallLog.CLOCK ? "clock " : "row ") + CallLog.time(call))
            .containsExactly("row 5", "clock 10", "clock 20", "row 25", "clock 30", "clock 40", "clock 10000", "row 10000", "clock 10010",
                "row 10010");
        assertThat(log.dueNanos()).extracting(due -> due - FakeWall.START_NANOS)
            .containsExactly(0L, 10L, 30L, 40L, 50L, 70L, 80L, 80L, 100L, 100L);
    }

    @Test
    void shouldKeepThePaceThroughPasses() {
        long hour = 3_600 * SECOND_NANOS;
        Slow listener = play(Replays.of(Replays.times(5, 7)).speed(10).passes(3), new FakeWall(0), 0);
        assertThat(listener.dueNanos).containsExactly(0L, 0L, hour / 10, hour / 10, hour / 5, hour / 5);
    }

    @Test
    void shouldWaitForEverRatherThanNotAtAll() {
        Pacer pacer = new Pacer(new FakeWall(0), Double.MIN_VALUE, Long.MAX_VALUE);
        pacer.start(0);
        assertThat(pacer.dueNanos(1) - FakeWall.START_NANOS).isEqualTo(Long.MAX_VALUE / 2);
    }

    @Test
    void shouldKeepThePaceOfTheMachinesClock() {
        long[] early = {Long.MAX_VALUE};
        long before = System.nanoTime();
        Replays.run(Replays.of(Replays.times(0, 100 * MILLI_NANOS, 400 * MILLI_NANOS)).speed(2).build(), new MarketListener() {
            @Override
            public void dueAt(long dueNanos) {
                early[0] = Math.min(early[0], System.nanoTime() - dueNanos);
            }
        });
        assertThat(System.nanoTime() - before).isBetween(200 * MILLI_NANOS, 20 * SECOND_NANOS);
        assertThat(early[0]).as("least lateness").isNotNegative();
    }
}
