package io.windrow.pools;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Acquisitions from a {@link ConcurrentPool} at the same time. */
public final class ConcurrentAcquireRaces {

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

    /** Two hold one at most, of two: neither may be told that the pool is empty. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "each found one")
    @Outcome(expect = FORBIDDEN, desc = "falsely empty")
    @State
    public static class NeverFalselyEmpty {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(2).concurrent();
        private final RacedThing held = pool.acquire();

        @Actor
        public void first(II_Result r) {
            held.close();
            r.r1 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void second(II_Result r) {
            r.r2 = comeAndGo(pool) & comeAndGo(pool) & comeAndGo(pool);
        }
    }

    /** The same over two blocks: of 66, 64 are out for good, one in each block is in play. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "each found one")
    @Outcome(expect = FORBIDDEN, desc = "falsely empty")
    @State
    public static class NeverFalselyEmptyOverBlocks {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(66).concurrent();
        private final RacedThing held = pool.acquire();

        public NeverFalselyEmptyOverBlocks() {
            for (int i = 1; i < 65; i++) {
                pool.acquire();
            }
        }

        @Actor
        public void first(II_Result r) {
            held.close();
            r.r1 = comeAndGo(pool) & comeAndGo(pool);
        }

        @Actor
        public void second(II_Result r) {
            r.r2 = comeAndGo(pool) & comeAndGo(pool) & comeAndGo(pool);
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
