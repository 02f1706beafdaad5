package io.windrow.pools.work;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A future that knows whether its task threw. */
final class SubmittedTask<V> extends FutureTask<V> {

    private boolean threw;

    SubmittedTask(Callable<V> task) {
        super(task);
    }

    /** To be asked by the thread that ran it. */
    boolean threw() {
        return threw;
    }

    @Override
    protected void setException(Throwable thrown) {
        threw = true;
        super.setException(thrown);
    }
}
