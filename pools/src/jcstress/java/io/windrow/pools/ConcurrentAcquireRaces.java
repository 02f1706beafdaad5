package io.windrow.pools;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Acquisitions from a {@link ConcurrentPool} at the same time. */
class ConcurrentAcquireRaces {

    private ConcurrentAcquireRaces() {
    }

    /** One is free, two want it, and another comes and goes with it. */
    @JCStressTest
    @Outcome(id = {"1, 0, 1", "0, 1, 1"}, expect = ACCEPTABLE, desc = "one of the two has it")
    @Outcome(expect = FORBIDDEN, desc = "two owners, or none")
    @State
    public static class OneFreeTwoAcquire {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).concurrent();

        @Actor
        public void first(III_Result r) {
            r.r1 = pool.tryAcquire() == null ? 0 : 1;
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = pool.tryAcquire() == null ? 0 : 1;
        }

        @Arbiter
        public void count(III_Result r) {
            r.r3 = (int) pool.inUse();
        }
    }

    /** The hint of a release leads two to the same object. */
    @JCStressTest
    @Outcome(id = {"1, 0, 0", "0, 1, 0", "1, 1, 0"}, expect = ACCEPTABLE, desc = "one after the other, or one found none")
    @Outcome(expect = FORBIDDEN, desc = "neither found it, or it did not come back")
    @State
    public static class StaleHint {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).concurrent();

        public StaleHint() {
            pool.acquire().close();
        }

        @Actor
        public void first(III_Result r) {
            r.r1 = comeAndGo(pool);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = comeAndGo(pool);
        }

        @Arbiter
        public void count(III_Result r) {
            r.r3 = (int) pool.inUse();
        }
    }

    /** Three hold one at most, of three: none may be told that the pool is empty. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each found one")
    @Outcome(expect = FORBIDDEN, desc = "falsely empty")
    @State
    public static class NeverFalselyEmpty {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(3).concurrent();
        private final RacedThing held = pool.acquire();

        @Actor
        public void comesAndGoes(III_Result r) {
            held.close();
            r.r1 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void third(III_Result r) {
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }
    }

    /** The same over two blocks: of 66, 63 are out for good, two in the first block and one in the second are in play. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "each found one")
    @Outcome(expect = FORBIDDEN, desc = "falsely empty")
    @State
    public static class NeverFalselyEmptyOverBlocks {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(66).concurrent();
        private final RacedThing held = pool.acquire();

        public NeverFalselyEmptyOverBlocks() {
            RacedThing other = pool.acquire();
            for (int i = 0; i < 63; i++) {
                pool.acquire();
            }
            other.close();
        }

        @Actor
        public void comesAndGoes(III_Result r) {
            held.close();
            r.r1 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void third(III_Result r) {
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }
    }

    static int comeAndGo(ConcurrentPool<RacedThing> pool) {
        RacedThing object = pool.tryAcquire();
        if (object == null) {
            return 0;
        }
        object.close();
        return 1;
    }
}
