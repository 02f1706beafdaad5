package io.windrow.pools;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Threads that wait, and those that free or close meanwhile: a wait that ends by its limit was a lost wake-up. */
public final class PoolWaitRaces {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private PoolWaitRaces() {
    }

    /** A lane's acquirer goes to sleep while the releaser looks whether somebody sleeps. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "woken, or it never slept")
    @Outcome(expect = FORBIDDEN, desc = "a lost wake-up")
    @State
    public static class LaneWait {
        private final LanePool<RacedThing> pool = RacedThing.plan(1).whenEmpty(EmptyPolicy.waitUpTo(LIMIT)).lane();
        private final RacedThing object = pool.acquire();

        public LaneWait() {
            pool.unbind();
        }

        @Actor
        public void waits(I_Result r) {
            r.r1 = RacedThing.acquired(pool);
        }

        @Actor
        public void releases() {
            object.close();
        }
    }

    /** One waits for what the other gives back, and the other waits then. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "each had it")
    @Outcome(expect = FORBIDDEN, desc = "a lost wake-up")
    @State
    public static class ConcurrentWait {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).whenEmpty(EmptyPolicy.waitUpTo(LIMIT)).concurrent();
        private final RacedThing held = pool.acquire();

        @Actor
        public void waits(II_Result r) {
            RacedThing mine = pool.acquire();
            r.r1 = RacedThing.closed(mine);
        }

        @Actor
        public void waitsToo(II_Result r) {
            held.close();
            RacedThing mine = pool.acquire();
            r.r2 = RacedThing.closed(mine);
        }
    }

    /** Whoever waits is told of the close. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "told")
    @Outcome(expect = FORBIDDEN, desc = "left waiting, or served by a closed pool")
    @State
    public static class CloseWhileWaiting {
        private final ConcurrentPool<RacedThing> pool = RacedThing.plan(1).whenEmpty(EmptyPolicy.waitUpTo(LIMIT)).concurrent();

        public CloseWhileWaiting() {
            pool.acquire();
        }

        @Actor
        public void waits(I_Result r) {
            r.r1 = RacedThing.acquired(pool);
        }

        @Actor
        public void closes() {
            pool.close();
        }
    }
}
