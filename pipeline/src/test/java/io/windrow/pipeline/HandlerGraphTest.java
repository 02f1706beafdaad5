package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.TradeWindow;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Disruptor's vocabulary: handlers of one call beside each other, those of the next after them, the strategies in the middle. */
@Timeout(60)
class HandlerGraphTest {

    private static final int EVENTS = 3_000;

    /** Counts the events it has seen, and how often one before it had seen fewer. */
    private static final class Place implements EventHandler<MarketEvent> {
        private final Place[] earlier;
        private final AtomicLong seen = new AtomicLong();
        private final AtomicLong early = new AtomicLong();

        Place(Place... earlier) {
            this.earlier = earlier;
        }

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
            for (Place place : earlier) {
                if (place.seen.get() <= sequence) {
                    early.incrementAndGet();
                }
            }
            seen.incrementAndGet();
        }
    }

    /** A strategy as a place of the graph. */
    private static final class Middle extends Counting {
        private final Place place;

        Middle(Place place) {
            this.place = place;
        }

        @Override
        public void onTrade(TradeWindow window, StrategyContext context) {
            place.onEvent(null, trades, false);
            super.onTrade(window, context);
        }
    }

    @Test
    void shouldShowEveryEventInTheOrderOfTheGraph() {
        Place a = new Place();
        Place b = new Place();
        Place c = new Place(a, b);
        Place strategy = new Place(a, b, c);
        Place beside = new Place(a, b, c);
        Place d = new Place(strategy, beside);
        Place e = new Place(strategy, beside);
        Place f = new Place(d, e);
        Middle middle = new Middle(strategy);
        try (Rig rig = new Rig(1, plan -> plan.ringSize(16).before(a, b).before(c).strategy(middle).beside(beside).after(d, e).after(f))) {
            rig.pipeline.start();
            rig.numberedTrades(EVENTS);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(rig.threads()).as("one for each").hasSize(8);
            for (Place place : new Place[] {a, b, c, strategy, beside, d, e, f}) {
                assertThat(place.seen.get()).isEqualTo(EVENTS);
                assertThat(place.early.get()).as("events seen before they were due").isZero();
            }
        }
    }

    /** Each of two that are beside each other waits in its first event for the other: one after another would wait for ever. */
    private void assertBesideEachOther(BiConsumer<PipelineBuilder, EventHandler<MarketEvent>[]> where) {
        CountDownLatch met = new CountDownLatch(2);
        AtomicLong missed = new AtomicLong();
        EventHandler<MarketEvent> meeting = (event, sequence, endOfBatch) -> {
            met.countDown();
            missed.addAndGet(met.await(20, TimeUnit.SECONDS) ? 0 : 1);
        };
        try (Rig rig = new Rig(1, plan -> where.accept(plan, twice(meeting)))) {
            rig.pipeline.start();
            rig.numberedTrades(1);
            assertThat(rig.pipeline.stop(Rig.LONG.multipliedBy(2))).isEqualTo(StopReport.NOTHING);
            assertThat(missed.get()).isZero();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static EventHandler<MarketEvent>[] twice(EventHandler<MarketEvent> meeting) {
        return new EventHandler[] {meeting, (EventHandler<MarketEvent>) meeting::onEvent};
    }

    @Test
    void shouldRunHandlersOfOneCallBesideEachOther() {
        assertBesideEachOther((plan, handlers) -> plan.before(handlers));
        assertBesideEachOther((plan, handlers) -> plan.beside(handlers));
        assertBesideEachOther((plan, handlers) -> plan.after(handlers));
        assertBesideEachOther((plan, handlers) -> plan.beside(handlers[0]).beside(handlers[1]));
    }
}
