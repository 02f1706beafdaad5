package io.windrow.pools;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Releases to a {@link ConcurrentPool} that two make of one acquisition, before one of them acquires. */
public final class ConcurrentReleaseRaces {

    private ConcurrentReleaseRaces() {
    }

    /** By handle: one of the two is refused, always, and the new owner keeps its own. */
    @JCStressTest
    @Outcome(id = {"1, 0, 1, 1", "0, 1, 1, 1"}, expect = ACCEPTABLE, desc = "released once, then acquired")
    @Outcome(id = {"1, 0, 0, 0", "0, 1, 0, 0"}, expect = ACCEPTABLE, desc = "released once, after the other had looked")
    @Outcome(expect = FORBIDDEN, desc = "released twice, or the new owner lost its object")
    @State
    public static class TwiceByHandle {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).concurrent();
        private final long handle = pool.acquire().handle();

        @Actor
        public void first(IIII_Result r) {
            r.r1 = RacedThing.released(pool, handle);
        }

        @Actor
        public void second(IIII_Result r) {
            r.r2 = RacedThing.released(pool, handle);
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }

        @Arbiter
        public void count(IIII_Result r) {
            r.r4 = (int) pool.inUse();
        }
    }

    /** By reference: the second release may end the new owner's acquisition, which is documented, but none is ended twice. */
    @JCStressTest
    @Outcome(id = {"1, 0, 1, 1", "0, 1, 1, 1", "1, 1, 1, 0"}, expect = ACCEPTABLE, desc = "each acquisition ended once at most")
    @Outcome(id = {"1, 0, 0, 0", "0, 1, 0, 0"}, expect = ACCEPTABLE, desc = "released once, after the other had looked")
    @Outcome(expect = FORBIDDEN, desc = "one acquisition ended twice")
    @State
    public static class TwiceByReference {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).concurrent();
        private final RacedThing object = pool.acquire();

        @Actor
        public void first(IIII_Result r) {
            r.r1 = RacedThing.closed(object);
        }

        @Actor
        public void second(IIII_Result r) {
            r.r2 = RacedThing.closed(object);
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }

        @Arbiter
        public void count(IIII_Result r) {
            r.r4 = (int) pool.inUse();
        }
    }

    /** In the checked mode a reference names its acquisition. */
    @JCStressTest
    @Outcome(id = {"1, 0, 1, 1", "0, 1, 1, 1"}, expect = ACCEPTABLE, desc = "released once, then acquired")
    @Outcome(id = {"1, 0, 0, 0", "0, 1, 0, 0"}, expect = ACCEPTABLE, desc = "released once, after the other had looked")
    @Outcome(expect = FORBIDDEN, desc = "released twice, or the new owner lost its object")
    @State
    public static class TwiceInTheCheckedMode {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).checked(true).concurrent();
        private final RacedThing object = pool.acquire();

        @Actor
        public void first(IIII_Result r) {
            r.r1 = RacedThing.closed(object);
        }

        @Actor
        public void second(IIII_Result r) {
            r.r2 = RacedThing.closed(object);
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }

        @Arbiter
        public void count(IIII_Result r) {
            r.r4 = (int) pool.inUse();
        }
    }

    /** What the last owner wrote is there for the next. */
    @JCStressTest
    @Outcome(id = {"0, 0", "7, 1"}, expect = ACCEPTABLE, desc = "not released yet; seen whole")
    @Outcome(expect = FORBIDDEN, desc = "an older value")
    @State
    public static class ValuesTravel {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).concurrent();
        private final RacedThing object = pool.acquire();

        @Actor
        public void owner(II_Result r) {
            object.value = 7;
            object.close();
        }

        @Actor
        public void next(II_Result r) {
            RacedThing mine = pool.tryAcquire();
            r.r1 = mine == null ? 0 : mine.value;
            r.r2 = mine == null ? 0 : 1;
        }
    }
}
