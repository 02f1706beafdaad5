package io.windrow.pools;

/**
 * What any pool says of itself, ours or another's. A pool of database connections is watched beside the pools of this room by
 * implementing this with what it knows; the rest stays {@link #UNKNOWN}.
 *
 * <p>May be called by any thread at any time and costs the threads that use the pool nothing: implementations count when asked, or
 * read what is counted anyway. Figures read while the pool is in use may be some operations apart from each other.
 */
public interface PoolCounters {

    /** What a pool answers that does not know. Never 0, which is a figure. */
    long UNKNOWN = -1;

    /**
     * The pool's name.
     *
     * @return the name.
     */
    String name();

    /**
     * The most that can be out at a time.
     *
     * @return the count.
     */
    long capacity();

    /**
     * How many are out now; of connections, those active.
     *
     * @return the count.
     */
    long inUse();

    /**
     * How many could be had at once.
     *
     * @return the count.
     */
    default long idle() {
        return UNKNOWN;
    }

    /**
     * How many threads wait for one now.
     *
     * @return the count.
     */
    default long waiting() {
        return UNKNOWN;
    }

    /**
     * The most that were ever out at a time.
     *
     * @return the count.
     */
    default long highWaterMark() {
        return UNKNOWN;
    }

    /**
     * How often one was handed out.
     *
     * @return the count.
     */
    default long acquiredCount() {
        return UNKNOWN;
    }

    /**
     * How often one came back.
     *
     * @return the count.
     */
    default long releasedCount() {
        return UNKNOWN;
    }

    /**
     * How often a caller got none.
     *
     * @return the count.
     */
    default long refusedCount() {
        return UNKNOWN;
    }

    /**
     * How often a caller had to wait, whether it then got one or not.
     *
     * @return the count.
     */
    default long waitedCount() {
        return UNKNOWN;
    }

    /**
     * How often one was taken from an owner that had not given it back.
     *
     * @return the count.
     */
    default long reclaimedCount() {
        return UNKNOWN;
    }

    /**
     * How many were found to be out for longer than the pool's limit, or were out when it closed; each acquisition counts once.
     *
     * @return the count.
     */
    default long leakedCount() {
        return UNKNOWN;
    }
}
