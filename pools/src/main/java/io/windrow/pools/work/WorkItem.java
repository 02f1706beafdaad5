package io.windrow.pools.work;

/**
 * Carries one task through the executor and is then used again: it counts and catches what tasks throw, for which a lambda would be
 * made for every task.
 */
final class WorkItem implements Runnable {

    private final WorkItems home;
    private Runnable task;

    WorkItem(WorkItems home) {
        this.home = home;
    }

    void carry(Runnable newTask) {
        task = newTask;
    }

    /** Gives the task up and goes home: the caller must not use this again. */
    Runnable unload() {
        Runnable unloaded = task;
        task = null;
        home.putBack(this);
        return unloaded;
    }

    @Override
    public void run() {
        home.run(unload());
    }
}
