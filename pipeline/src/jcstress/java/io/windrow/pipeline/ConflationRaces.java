package io.windrow.pipeline;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Publishers that find the ring full, and consumers that make room meanwhile: what waits is taken by one of them. */
public final class ConflationRaces {

    private ConflationRaces() {
    }

    /** The publisher falls silent after its event. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "in the ring")
    @Outcome(expect = FORBIDDEN, desc = "stuck beside the ring")
    @State
    public static class HandOver {
        private final RacedRing ring = new RacedRing(1, 1);

        @Actor
        public void publisher() {
            ring.trade(0, 1);
        }

        @Actor
        public void consumer() {
            ring.handled(0, 0);
        }

        @Arbiter
        public void look(II_Result r) {
            r.r1 = ring.conflation.waiting();
            r.r2 = (int) ring.cursor();
            ring.close();
        }
    }

    /** There is room when the slower of two consumers is there, whichever it is. */
    @JCStressTest
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "in the ring")
    @Outcome(expect = FORBIDDEN, desc = "stuck beside the ring")
    @State
    public static class TwoConsumers {
        private final RacedRing ring = new RacedRing(1, 2);

        public TwoConsumers() {
            ring.trade(0, 1);
        }

        @Actor
        public void consumer() {
            ring.handled(0, 0);
        }

        @Actor
        public void otherConsumer() {
            ring.handled(1, 0);
        }

        @Arbiter
        public void look(II_Result r) {
            r.r1 = ring.conflation.waiting();
            r.r2 = (int) ring.cursor();
            ring.close();
        }
    }

    /** Two publishers of different instruments, one of whom makes room first: none loses an event to the other. */
    @JCStressTest
    @Outcome(id = {"0, 3, 1, 2", "0, 3, 2, 1"}, expect = ACCEPTABLE, desc = "both in the ring")
    @Outcome(expect = FORBIDDEN, desc = "one is lost, stuck, or there twice")
    @State
    public static class TwoPublishers {
        private final RacedRing ring = new RacedRing(2, 1);

        @Actor
        public void publisher() {
            ring.trade(0, 1);
        }

        @Actor
        public void otherPublisher() {
            ring.handled(0, 1);
            ring.trade(1, 2);
        }

        @Arbiter
        public void look(IIII_Result r) {
            r.r1 = ring.conflation.waiting();
            r.r2 = (int) ring.cursor();
            r.r3 = (int) ring.value(2);
            r.r4 = (int) ring.value(3);
            ring.close();
        }
    }

    /** Two trades of one instrument and room for one: the older gives way, or goes before. */
    @JCStressTest
    @Outcome(id = "1, 1, 0, 1", expect = ACCEPTABLE, desc = "the older is in the ring, the newer waits")
    @Outcome(id = "2, 0, 1, 1", expect = ACCEPTABLE, desc = "the newer has taken the older's place")
    @Outcome(expect = FORBIDDEN, desc = "the newest is lost, or an event is not counted")
    @State
    public static class NewestStays {
        private final RacedRing ring = new RacedRing(1, 1);

        @Actor
        public void publisher() {
            ring.trade(0, 1);
            ring.trade(0, 2);
        }

        @Actor
        public void consumer() {
            ring.handled(0, 0);
        }

        @Arbiter
        public void look(IIII_Result r) {
            r.r1 = (int) ring.value(1);
            r.r2 = ring.conflation.waiting();
            r.r3 = (int) ring.publisher.droppedOldestCount();
            r.r4 = (int) ring.cursor();
            ring.close();
        }
    }

    /** A tick comes after the trade that was published before it. */
    @JCStressTest
    @Outcome(id = {"1, 2, 1, 0", "1, 2, 1, 1"}, expect = ACCEPTABLE, desc = "in order")
    @Outcome(expect = FORBIDDEN, desc = "the tick has overtaken the trade, or one is stuck")
    @State
    public static class TickInTurn {
        private final RacedRing ring = new RacedRing(2, 1);

        @Actor
        public void publisher(IIII_Result r) {
            ring.trade(0, 1);
            r.r3 = ring.tick(2) ? 1 : 0;
        }

        @Actor
        public void consumer(IIII_Result r) {
            ring.handled(0, 0);
            r.r4 = ring.cursor() > 1 ? 1 : 0;
            ring.handled(0, 1);
        }

        @Arbiter
        public void look(IIII_Result r) {
            r.r1 = (int) ring.value(2);
            r.r2 = (int) ring.value(3);
            ring.close();
        }
    }
}
