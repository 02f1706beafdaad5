package io.windrow.pools;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** The two threads of a {@link LanePool}. */
public final class LaneRaces {

    private LaneRaces() {
    }

    /** What the releasing thread wrote is there for the acquiring one. */
    @JCStressTest
    @Outcome(id = {"0, 0", "7, 1"}, expect = ACCEPTABLE, desc = "not released yet; seen whole")
    @Outcome(expect = FORBIDDEN, desc = "an older value")
    @State
    public static class ValuesTravelBack {
        private final LanePool<RacedThing> pool = RacedThing.plan(1).lane();
        private final RacedThing object = pool.acquire();

        public ValuesTravelBack() {
            pool.unbind();
        }

        @Actor
        public void releases(II_Result r) {
            object.value = 7;
            object.close();
        }

        @Actor
        public void acquires(II_Result r) {
            RacedThing mine = pool.tryAcquire();
            r.r1 = mine == null ? 0 : mine.value;
            r.r2 = mine == null ? 0 : 1;
        }
    }

    /** What the acquiring thread wrote is there for the releasing one, and once more on its way round. */
    @JCStressTest
    @Outcome(id = {"0, 0", "0, 1", "5, 1", "5, 9"}, expect = ACCEPTABLE, desc = "not handed over yet; handed over; come round")
    @Outcome(expect = FORBIDDEN, desc = "an older value")
    @State
    public static class ValuesTravelRound {
        private final LanePool<RacedThing> pool = RacedThing.plan(1).lane();
        private volatile RacedThing handedOver;

        @Actor
        public void acquires(II_Result r) {
            RacedThing mine = pool.acquire();
            mine.value = 5;
            handedOver = mine;
            RacedThing again = pool.tryAcquire();
            r.r2 = again == null ? 1 : again.value;
        }

        @Actor
        public void releases(II_Result r) {
            RacedThing theirs = handedOver;
            if (theirs != null) {
                r.r1 = theirs.value;
                theirs.value = 9;
                theirs.close();
            }
        }
    }

    /** The releasing thread gives back what the acquiring one reclaims: one of them has it. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "released, then acquired")
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "released while the other looked for the oldest")
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "reclaimed, the release refused")
    @Outcome(expect = FORBIDDEN, desc = "both, or neither")
    @State
    public static class ReclaimedOrReleased {
        private final LanePool<RacedThing> pool = RacedThing.plan(1)
            .whenEmpty(EmptyPolicy.<RacedThing>reclaimOldest((object, handle) -> { })).lane();
        private final RacedThing object = pool.acquire();

        public ReclaimedOrReleased() {
            pool.unbind();
        }

        @Actor
        public void releases(III_Result r) {
            r.r1 = RacedThing.closed(object);
        }

        @Actor
        public void acquires(III_Result r) {
            r.r2 = RacedThing.acquired(pool);
        }

        @Arbiter
        public void count(III_Result r) {
            r.r3 = (int) pool.reclaimedCount();
        }
    }
}
