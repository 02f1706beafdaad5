package io.windrow.pools;

import static io.windrow.pools.AcquireRaces.number;
import static io.windrow.pools.AcquireRaces.pool;

import io.windrow.buffers.Side;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.IJ_Result;

/** A message is released while another thread releases or acquires it. */
public final class ReleaseRaces {

    private static final int RELEASED = 1;
    private static final int REFUSED = 2;

    private ReleaseRaces() {
    }

    /** Two threads release one acquisition: one succeeds, one is told, and the message is on the free list once. */
    @JCStressTest
    @Outcome(id = "1, 2, 1", expect = Expect.ACCEPTABLE, desc = "A's swap of the state came first; B found another generation.")
    @Outcome(id = "2, 1, 1", expect = Expect.ACCEPTABLE, desc = "B's swap of the state came first; A found another generation.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both saw the state of the acquisition and both put the message on the free list, from "
        + "where two can acquire it; or neither did and it is lost.")
    @State
    public static class ReleasedTwice {
        private final MessagePool<Signal> pool = pool(2);
        private final Signal signal = pool.acquire();

        /** Releases the message. */
        @Actor
        public void a(III_Result r) {
            r.r1 = release(signal);
        }

        /** Releases it too. */
        @Actor
        public void b(III_Result r) {
            r.r2 = release(signal);
        }

        /** Acquires all there is: 1 where the other slot and this one are free, each once. */
        @Arbiter
        public void count(III_Result r) {
            int first = number(pool.tryAcquire());
            int second = number(pool.tryAcquire());
            r.r3 = first + second == 3 && pool.tryAcquire() == null ? 1 : 0;
        }

        private static int release(Signal signal) {
            try {
                signal.close();
                return RELEASED;
            } catch (IllegalStateException e) {
                return REFUSED;
            }
        }
    }

    /** The only message is released while another thread acquires: it gets the message or none. */
    @JCStressTest
    @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "The acquisition found the list empty; the message is free now.")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "The acquisition came after the push; the message is out, none is free.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The message was acquired while its state still was the old acquisition's, or it is out and "
        + "on the free list, or in neither.")
    @State
    public static class AcquireAndRelease {
        private final MessagePool<Signal> pool = pool(1);
        private final Signal signal = pool.acquire();

        /** Acquires. */
        @Actor
        public void acquire(III_Result r) {
            r.r1 = number(pool.tryAcquire());
        }

        /** Releases the only message. */
        @Actor
        public void release() {
            signal.close();
        }

        /** Counts what is out and what can be acquired. */
        @Arbiter
        public void count(III_Result r) {
            r.r2 = pool.inUse();
            r.r3 = pool.tryAcquire() == null ? 0 : 1;
        }
    }

    /** What its holder wrote before releasing is seen by the next holder. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The acquisition found the list empty.")
    @Outcome(id = "7, 9", expect = Expect.ACCEPTABLE, desc = "The acquisition came after the release, and sees all that came before it.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The swap of the head was seen before the values written ahead of it.")
    @State
    public static class ValuesAcrossRelease {
        private final MessagePool<Signal> pool = pool(1);
        private final Signal signal = pool.acquire();
        private int plain;

        /** Writes into the message and beside it, and releases. */
        @Actor
        public void write() {
            plain = 7;
            signal.set(1, 1, Side.BUY, 9, 9, 9, 9);
            signal.close();
        }

        /** Acquires, and reads before writing. */
        @Actor
        public void read(IJ_Result r) {
            Signal acquired = pool.tryAcquire();
            if (acquired != null) {
                r.r2 = acquired.price();
                r.r1 = plain;
            }
        }
    }

    /** The values are handed over through a release store; the receiver's release lets the sender acquire the message again. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was handed over yet.")
    @Outcome(id = "1, 9", expect = Expect.ACCEPTABLE, desc = "The receiver saw the message with its values, and released it.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The receiver got the message before its values, or a message that is released.")
    @State
    public static class ValuesAcrossHandOver {
        private final MessagePool<Signal> pool = pool(1);
        private volatile Signal handedOver;

        /** Acquires, writes and hands over. */
        @Actor
        public void send() {
            Signal signal = pool.acquire();
            signal.set(1, 1, Side.BUY, 9, 9, 9, 9);
            handedOver = signal;
        }

        /** Reads and releases. */
        @Actor
        public void receive(IJ_Result r) {
            Signal signal = handedOver;
            if (signal != null) {
                r.r1 = number(signal);
                r.r2 = signal.price();
                signal.close();
            }
        }
    }
}
