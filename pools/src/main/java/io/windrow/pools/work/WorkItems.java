package io.windrow.pools.work;

import java.util.concurrent.Future;

/** The carriers that are free, and what is done with the task of each: run and counted, or dropped. */
final class WorkItems {

    private final WorkItem[] free;
    private final WorkCounts counts;
    private final TaskFailureHandler failureHandler;
    private final QueueRoom room;
    private int freeCount;

    /** As many as can be queued and begun at a time. */
    WorkItems(BoundedWorkersBuilder settings, WorkCounts counts, QueueRoom room) {
        this.free = new WorkItem[settings.queueCapacity + settings.threads];
        this.counts = counts;
        this.failureHandler = settings.failureHandler;
        this.room = room;
        for (WorkItem item = new WorkItem(this); freeCount < free.length; item = new WorkItem(this)) {
            putBack(item);
        }
    }

    /** More threads may be about to queue a task than there are places; then a carrier is made that is not kept. */
    synchronized WorkItem carry(Runnable task) {
        WorkItem item = freeCount > 0 ? free[--freeCount] : new WorkItem(this);
        item.carry(task);
        return item;
    }

    synchronized void putBack(WorkItem item) {
        if (freeCount < free.length) {
            free[freeCount++] = item;
        }
    }

    void run(Runnable task) {
        room.gained();
        try {
            task.run();
            counts.ended(task);
        } catch (Throwable e) {
            counts.threw(e);
            tell(task, e);
        }
    }

    static void cancel(Runnable task) {
        if (task instanceof Future) {
            ((Future<?>) task).cancel(false);
        }
    }

    private void tell(Runnable task, Throwable thrown) {
        try {
            failureHandler.failed(task, thrown);
        } catch (Throwable e) {
            if (e != thrown) {
                thrown.addSuppressed(e);
            }
        }
    }
}
