package io.windrow.pipeline.replay;

import java.util.concurrent.locks.LockSupport;

/** Where a paced replay has its time from; replaced in tests, which then need not wait. */
interface WallClock {

    /** The machine's own. */
    WallClock SYSTEM = new WallClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos);
        }

        @Override
        public void spin() {
            Thread.onSpinWait();
        }
    };

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** Lets the thread sleep, about so long or until it is woken. */
    void park(long nanos);

    /** Lets the thread wait for an instant without sleeping. */
    void spin();
}
