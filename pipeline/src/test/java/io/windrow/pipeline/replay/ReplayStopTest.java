package io.windrow.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.pipeline.feeds.CallLog;
import io.windrow.pipeline.feeds.MarketListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReplayStopTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    /** Stops the replay at the third row. */
    private static final class Stopper implements MarketListener {

        private Replay replay;
        private int rows;
        private int ticks;

        @Override
        public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
            if (++rows == 3) {
                replay.stop();
            }
        }

        @Override
        public void onClock(long nowNanos) {
            ticks++;
        }
    }

    @Test
    void shouldStopBetweenTwoRowsAtEverySpeed() {
        for (ReplayBuilder builder : new ReplayBuilder[] {Replays.of(Replays.times(1, 3, 2, 1, 10)),
            Replays.of(Replays.times(1, 3, 2, 1, 10)).speed(1).wall(new FakeWall(0))}) {
            Stopper listener = new Stopper();
            listener.replay = builder.clockEvery(Duration.ofNanos(4)).build();
            assertThat(Replays.run(listener.replay, listener)).isFalse();
            assertThat(listener.rows).isEqualTo(3);
            assertThat(listener.ticks).isZero();
            assertThat(listener.replay.progress().rows()).isEqualTo(3);
            assertThat(listener.replay.feeds().get(0)).hasToString("0: rows=3, rowsBehind=1 (lines=0, rows=0, skipped=0, bad=0)");
        }
    }

    @Test
    void shouldSayThatAllWasPlayedIfItIsStoppedAtTheLastRow() {
        Stopper listener = new Stopper();
        listener.replay = Replays.of(Replays.times(1, 2, 3)).build();
        assertThat(Replays.run(listener.replay, listener)).isTrue();
    }

    @Test
    void shouldHandNothingOverIfItIsStoppedBefore() {
        Replay replay = Replays.of(Replays.times(1)).build();
        CallLog log = new CallLog();
        replay.stop();
        assertThat(Replays.run(replay, log)).isFalse();
        assertThat(log.calls()).isEmpty();
    }

    @Test
    void shouldStopAtOnceWhileItWaitsForARowThatIsFarAway() throws Exception {
        assertEnds((replay, thread) -> replay.stop());
    }

    @Test
    void shouldTakeAnInterruptForAStopWhileItWaits() throws Exception {
        assertEnds((replay, thread) -> thread.interrupt());
    }

    private interface Ending {
        void end(Replay replay, Thread thread);
    }

    private static void assertEnds(Ending ending) throws Exception {
        Replay replay = Replays.of(Replays.times(0, HOUR_NANOS)).speed(1).build();
        CountDownLatch first = new CountDownLatch(1);
        FutureTask<Boolean> run = new FutureTask<>(() -> replay.run(new MarketListener() {
            @Override
            public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                first.countDown();
            }
        }));
        Thread thread = new Thread(run, "replay");
        thread.start();
        first.await();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        ending.end(replay, thread);
        assertThat(run.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(replay.progress().rows()).isEqualTo(1);
    }

    @Test
    void shouldStopAmongTheClocksTicks() {
        Replay replay = Replays.of(Replays.times(0, HOUR_NANOS)).clockEvery(Duration.ofNanos(1)).build();
        long[] ticks = new long[1];
        assertThat(Replays.run(replay, new MarketListener() {
            @Override
            public void onClock(long nowNanos) {
                if (++ticks[0] == 1_000) {
                    replay.stop();
                }
            }
        })).isFalse();
        assertThat(ticks[0]).isEqualTo(1_000);
    }
}
