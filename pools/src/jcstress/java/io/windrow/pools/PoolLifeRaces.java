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

/** Growing, reclaiming and closing a {@link ConcurrentPool} that is in use. */
public final class PoolLifeRaces {

    private PoolLifeRaces() {
    }

    /** Two find the pool empty: both are served, and it grows once where one step serves both. */
    @JCStressTest
    @Outcome(id = "1, 1, 4", expect = ACCEPTABLE, desc = "both served by one step")
    @Outcome(expect = FORBIDDEN, desc = "one not served, or a step too many")
    @State
    public static class TwoGrow {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(2).whenEmpty(EmptyPolicy.growTo(6)).concurrent();

        public TwoGrow() {
            pool.acquire();
            pool.acquire();
        }

        @Actor
        public void first(III_Result r) {
            r.r1 = RacedThing.acquired(pool);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = RacedThing.acquired(pool);
        }

        @Arbiter
        public void count(III_Result r) {
            r.r3 = pool.inUse() == 4 ? pool.made : 0;
        }
    }

    /** The owner releases what another reclaims: exactly one has its way. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "released, then acquired")
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "released while the other looked for the oldest")
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "reclaimed, the release refused")
    @Outcome(expect = FORBIDDEN, desc = "both, or neither")
    @State
    public static class ReclaimedOrReleased {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1)
            .whenEmpty(EmptyPolicy.<RacedThing>reclaimOldest((object, handle) -> { })).concurrent();
        private final RacedThing object = pool.acquire();

        @Actor
        public void owner(III_Result r) {
            r.r1 = RacedThing.closed(object);
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = RacedThing.acquired(pool);
        }

        @Arbiter
        public void count(III_Result r) {
            r.r3 = (int) pool.reclaimedCount();
        }
    }

    /** What comes back while the pool is closed is disposed of once. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "released and disposed of")
    @Outcome(expect = FORBIDDEN, desc = "never or twice disposed of")
    @State
    public static class CloseAndRelease {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).dispose(each -> each.disposals.incrementAndGet()).concurrent();
        private final RacedThing object = pool.acquire();

        @Actor
        public void owner(II_Result r) {
            r.r1 = RacedThing.closed(object);
        }

        @Actor
        public void closer() {
            pool.close();
        }

        @Arbiter
        public void count(II_Result r) {
            r.r2 = object.disposals.get();
        }
    }

    /** What is acquired while the pool is closed is either disposed of or handed out. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "handed out, the owner's")
    @Outcome(id = {"2, 0, 1", "0, 0, 1"}, expect = ACCEPTABLE, desc = "closed, or found none for it was being disposed of")
    @Outcome(expect = FORBIDDEN, desc = "handed out and disposed of, or neither")
    @State
    public static class CloseAndAcquire {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).dispose(each -> each.disposals.incrementAndGet()).concurrent();

        @Actor
        public void owner(III_Result r) {
            r.r1 = RacedThing.acquired(pool);
        }

        @Actor
        public void closer() {
            pool.close();
        }

        @Arbiter
        public void count(III_Result r) {
            r.r2 = (int) pool.inUse();
            r.r3 = pool.object(0).disposals.get();
        }
    }
}
