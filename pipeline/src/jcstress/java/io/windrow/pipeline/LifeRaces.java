package io.windrow.pipeline;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** A fault, and those who start a pipeline or publish into it meanwhile. */
public final class LifeRaces {

    private static final Throwable FAULT = new IllegalStateException("raced");

    private LifeRaces() {
    }

    /** A thread fails while the owner declares the pipeline running. */
    @JCStressTest
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "the fault has ended it")
    @Outcome(expect = FORBIDDEN, desc = "it runs in spite of the fault, or handles events, or knows no cause")
    @State
    public static class FailsAsItBegins {
        private final Life life = new Life();

        public FailsAsItBegins() {
            life.prepare();
        }

        @Actor
        public void owner() {
            life.begin();
        }

        @Actor
        public void thread() {
            life.fail(FAULT);
        }

        @Arbiter
        public void look(III_Result r) {
            r.r1 = life.isRunning() ? 1 : 0;
            r.r2 = life.isDiscarding() ? 1 : 0;
            r.r3 = life.cause() == FAULT ? 1 : 0;
        }
    }

    /** Who is told that it is not running is told why, and knows that what is in the ring is left. */
    @JCStressTest
    @Outcome(id = {"0, 0", "0, 1", "1, 1"}, expect = ACCEPTABLE, desc = "not told yet; told with the cause")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "told before the ring is left")
    @Outcome(expect = FORBIDDEN, desc = "told without the cause")
    @State
    public static class PublisherIsToldWhy {
        private final Life life = new Life();

        public PublisherIsToldWhy() {
            life.prepare();
            life.begin();
        }

        @Actor
        public void publisher(II_Result r) {
            try {
                life.checkRunning();
            } catch (IllegalStateException e) {
                r.r1 = e.getCause() == FAULT ? 1 : 2;
            }
            r.r2 = life.isDiscarding() ? 1 : 0;
        }

        @Actor
        public void thread() {
            life.fail(FAULT);
        }
    }
}
