package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import io.windrow.pipeline.Sights.Sight;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of events for which the ring has no room, with a consumer that stands still. */
@Timeout(60)
class PipelineFullRingTest {

    private static final int RING = 4;

    private final Gate gate = new Gate();
    private final Sights sights = new Sights();
    private final EventHandler<MarketEvent> held = (event, sequence, endOfBatch) -> gate.hold();

    /** A pipeline whose handler stands at the first event, number 1; the ring holds that and three more. */
    private Rig held(WhenRingFull choice, Publishers publishers) {
        Rig rig = new Rig(2, plan -> plan.ringSize(RING).quotes(8).whenRingFull(choice).publishers(publishers).before(held).after(sights));
        rig.pipeline.start();
        rig.numberedTrades(1);
        gate.awaitReached();
        return rig;
    }

    private static void trades(Rig rig, int from, int to) {
        for (int number = from; number <= to; number++) {
            new Sight(MarketEvent.TRADE, 0, number).publish(rig.pipeline.publishers().get(0));
        }
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** Publishes on a thread of its own; returns when that waits for room. */
    private static FutureTask<Void> startAndAwaitWaiting(Runnable publishing) {
        FutureTask<Void> task = new FutureTask<>(publishing, null);
        Thread thread = new Thread(task, "publisher under test");
        thread.setDaemon(true);
        thread.start();
        Rig.awaitWaiting(thread);
        return task;
    }

    private void open(Rig rig) {
        gate.open();
        rig.drain();
    }

    @ParameterizedTest
    @EnumSource
    void shouldDropAndCountTheNewest(Publishers publishers) {
        try (Rig rig = held(WhenRingFull.DROP_NEWEST, publishers)) {
            trades(rig, 2, 20);
            open(rig);

            MarketPublisher main = rig.pipeline.publishers().get(0);
            assertThat(sights.numbers()).isEqualTo(numbers(1, RING));
            assertThat(main.droppedNewestCount()).isEqualTo(16);
            assertThat(main.tradeCount()).isEqualTo(20);
            assertThat(List.of(main.droppedOldestCount(), main.refusedCount(), main.waitCount())).containsOnly(0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAndCountWhereItIsToFailAndGoOnWhenThereIsRoom(Publishers publishers) {
        try (Rig rig = held(WhenRingFull.FAIL, publishers)) {
            trades(rig, 2, RING);
            for (int number = 5; number <= 20; number++) {
                int refused = number;
                assertThatThrownBy(() -> trades(rig, refused, refused)).isInstanceOf(RingFullException.class)
                    .hasMessage("ring must have a free slot: ring=4");
            }
            assertThatThrownBy(() -> rig.pipeline.publishClock(1)).isInstanceOf(RingFullException.class);
            open(rig);
            trades(rig, 21, 21);
            rig.drain();

            assertThat(sights.numbers()).isEqualTo(List.of(1L, 2L, 3L, 4L, 21L));
            assertThat(rig.pipeline.publishers().get(0).refusedCount()).isEqualTo(17);
        }
    }

    @Test
    void shouldMakeThePublisherWaitAndCountThat() throws Exception {
        try (Rig rig = held(WhenRingFull.WAIT, Publishers.MANY)) {
            trades(rig, 2, RING);
            FutureTask<Void> waiting = startAndAwaitWaiting(() -> trades(rig, 5, 20));
            long since = System.nanoTime();
            Thread.sleep(20);
            assertThat(waiting).isNotDone();

            long waited = System.nanoTime() - since;
            open(rig);
            waiting.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS);
            rig.drain();
            MarketPublisher main = rig.pipeline.publishers().get(0);
            assertThat(sights.numbers()).isEqualTo(numbers(1, 20));
            assertThat(main.waitCount()).isPositive();
            assertThat(main.waitedNanos()).isGreaterThanOrEqualTo(waited);
            assertThat(main.droppedNewestCount() + main.droppedOldestCount() + main.refusedCount()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheNewestOfEachInstrumentAndKind(Publishers publishers) {
        try (Rig rig = held(WhenRingFull.DROP_OLDEST, publishers)) {
            MarketPublisher main = rig.pipeline.publishers().get(0);
            trades(rig, 2, RING);
            for (long number = 5; number < 15; number++) {
                new Sight(MarketEvent.QUOTE, 1, number).publish(main);
                new Sight(MarketEvent.TRADE, 1, 100 + number).publish(main);
                new Sight(MarketEvent.TRADE, 0, 200 + number).publish(main);
            }
            assertThat(rig.pipeline.backlog()).as("in the ring, and beside it").isEqualTo(RING + 3);
            open(rig);

            assertThat(sights.numbers()).isEqualTo(List.of(1L, 2L, 3L, 4L, 14L, 114L, 214L));
            assertThat(main.droppedOldestCount()).isEqualTo(27);
            assertThat(main.eventCount()).isEqualTo(sights.seen().size() + main.droppedOldestCount());
        }
    }

    @Test
    void shouldLetOneTickWaitInItsTurnAndMakeThePublisherOfTheNextWait() throws Exception {
        try (Rig rig = held(WhenRingFull.DROP_OLDEST, Publishers.MANY)) {
            trades(rig, 2, 5);
            rig.pipeline.publishClock(6);
            trades(rig, 7, 7);
            FutureTask<Void> waiting = startAndAwaitWaiting(
                () -> new Sight(MarketEvent.DEPTH, 1, 8).publish(rig.pipeline.publishers().get(0)));
            assertThat(waiting).isNotDone();

            open(rig);
            waiting.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS);
            rig.drain();

            assertThat(sights.numbers()).as("7 has the place of 5").isEqualTo(List.of(1L, 2L, 3L, 4L, 7L, 6L, 8L));
            assertThat(rig.pipeline.publishers().get(0).waitCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldCountWhatWaitsAsLeftAndForgetItWhenItIsStartedAgain() {
        try (Rig rig = held(WhenRingFull.DROP_OLDEST, Publishers.MANY)) {
            trades(rig, 2, 10);
            rig.pipeline.publishClock(11);
            assertThat(rig.pipeline.stop(Duration.ofMillis(100)).left()).as("four in the ring, two beside it").isEqualTo(6);
            gate.open();
            rig.join();
            rig.pipeline.start();
            trades(rig, 12, 12);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(sights.numbers()).isEqualTo(List.of(12L));
        }
    }

    /** Else those who see a batch only when it is full would not see it though its publisher can write no more. */
    @Test
    void shouldLetAnUnfinishedBatchBeSeenWhenTheRingIsFull() {
        try (Rig rig = new Rig(1, plan -> plan.ringSize(8).publishBatch(7).whenRingFull(WhenRingFull.DROP_NEWEST).before(held)
            .after(sights))) {
            rig.pipeline.start();
            rig.numberedTrades(9);
            open(rig);

            assertThat(sights.numbers()).isEqualTo(numbers(1, 8));
            assertThat(rig.pipeline.publishers().get(0).droppedNewestCount()).isEqualTo(1);
        }
    }
}
