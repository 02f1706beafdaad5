package io.windrow.pools;

/** Is told of objects that did not come back. */
@FunctionalInterface
public interface LeakListener {

    /**
     * A check found objects that were not reported before, or a pool closed with objects out. Called by the thread that checks or closes.
     *
     * @param report what is missing.
     */
    void onLeak(LeakReport report);

    /**
     * Prints to standard error. The default.
     *
     * @return the listener.
     */
    static LeakListener standardError() {
        return System.err::println;
    }
}
