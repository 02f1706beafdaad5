package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What one of a lane's two threads keeps, on cache lines that the other does not write to. */
final class LaneEnd extends LaneEndFields {

    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
}

/** Superclasses lie first in an object: the fields between two runs of eight longs have their lines to themselves. */
abstract class Padding {
    long before0;
    long before1;
    long before2;
    long before3;
    long before4;
    long before5;
    long before6;
    long before7;
}

abstract class LaneEndFields extends Padding {

    private static final VarHandle RETURNED = handle("returned", long.class);
    private static final VarHandle THREAD = handle("thread", Thread.class);

    /** Null where there is none yet. */
    Thread thread;
    /** Slots ever used; of the end that acquires. */
    int used;
    /** Slots taken out of the ring so far; of the end that acquires. */
    long taken;
    /** Slots it knows to have been put in so far; of the end that acquires. */
    long seen;
    /** Slots put into the ring so far; of the end that releases. */
    private long returned;

    /** Binds the calling thread; returns the one that is bound already, or null. */
    Thread bind() {
        return (Thread) THREAD.compareAndExchange(this, null, Thread.currentThread());
    }

    long returned() {
        return returned;
    }

    long returnedAcquire() {
        return (long) RETURNED.getAcquire(this);
    }

    void returnOne() {
        RETURNED.setRelease(this, returned + 1);
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(LaneEndFields.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
