package io.windrow.pools;

import io.windrow.buffers.memory.OffHeapMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads acquire from one pool at the same moment. */
public final class AcquireRaces {

    private AcquireRaces() {
    }

    /** Opens a pool of its own budget, so that parallel states share nothing. The collector takes the memory back. */
    static MessagePool<Signal> pool(int capacity) {
        return MessagePool.signals(OffHeapMemory.withBudget(MessagePool.footprintBytes(capacity)), capacity);
    }

    /** 0 where there was none, else the slot's number plus one. */
    static int number(Signal signal) {
        return signal == null ? 0 : signal.slot() + 1;
    }

    /** Both are free: each thread gets one, never the same. */
    @JCStressTest
    @Outcome(id = "1, 2, 2", expect = Expect.ACCEPTABLE, desc = "A took the head of the free list before B read it, or B's swap failed.")
    @Outcome(id = "2, 1, 2", expect = Expect.ACCEPTABLE, desc = "B took the head of the free list before A read it, or A's swap failed.")
    @Outcome(expect = Expect.FORBIDDEN,
        desc = "Both read the same head and both swaps succeeded, so that one message has two owners; or a free one was refused.")
    @State
    public static class TwoFree {
        private final MessagePool<Signal> pool = pool(2);

        /** Acquires. */
        @Actor
        public void a(III_Result r) {
            r.r1 = number(pool.tryAcquire());
        }

        /** Acquires too. */
        @Actor
        public void b(III_Result r) {
            r.r2 = number(pool.tryAcquire());
        }

        /** Counts when both are done. */
        @Arbiter
        public void count(III_Result r) {
            r.r3 = pool.inUse();
        }
    }

    /** One of two is free: one thread gets it, the other none, and the refusal is counted. */
    @JCStressTest
    @Outcome(id = "2, 0, 1", expect = Expect.ACCEPTABLE, desc = "A swapped the head; B found the list empty.")
    @Outcome(id = "0, 2, 1", expect = Expect.ACCEPTABLE, desc = "B swapped the head; A found the list empty.")
    @Outcome(expect = Expect.FORBIDDEN,
        desc = "Both swapped the head they read (2, 2), or one followed it to the message that is out (1), or the refusal was lost.")
    @State
    public static class OneFree {
        private final MessagePool<Signal> pool = pool(2);

        /** Takes the first message. */
        public OneFree() {
            pool.acquire();
        }

        /** Acquires. */
        @Actor
        public void a(III_Result r) {
            r.r1 = number(pool.tryAcquire());
        }

        /** Acquires too. */
        @Actor
        public void b(III_Result r) {
            r.r2 = number(pool.tryAcquire());
        }

        /** Counts when both are done. */
        @Arbiter
        public void count(III_Result r) {
            r.r3 = (int) pool.refusedCount();
        }
    }

    /**
     * One thread acquires while another acquires two and puts the first back: the head is the same slot again, but its successor is
     * not free any more. This is what the head's count of changes is for.
     */
    @JCStressTest
    @Outcome(id = "1, 2, 1", expect = Expect.ACCEPTABLE, desc = "A before B, or after all of it: slot 1 was the head then.")
    @Outcome(id = "2, 2, 1", expect = Expect.ACCEPTABLE, desc = "A between B's two: B had slot 1, and got slot 3 next.")
    @Outcome(id = "3, 2, 1", expect = Expect.ACCEPTABLE, desc = "A after B's two and before its release: slot 3 was the last.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A read slot 1 and its successor 2, B took both and put 1 back, and A's swap succeeded "
        + "with the stale successor: slot 2 is B's and on the free list too.")
    @State
    public static class HeadThatComesBack {
        private final MessagePool<Signal> pool = pool(3);

        /** Acquires one. */
        @Actor
        public void a(III_Result r) {
            r.r1 = number(pool.tryAcquire());
        }

        /** Acquires two and puts the first back. */
        @Actor
        public void b() {
            Signal first = pool.tryAcquire();
            pool.tryAcquire();
            first.close();
        }

        /** Counts what is out and what the free list holds: together the capacity. */
        @Arbiter
        public void count(III_Result r) {
            r.r2 = pool.inUse();
            while (r.r3 < 3 && pool.tryAcquire() != null) {
                r.r3++;
            }
        }
    }
}
