package io.windrow.pools;

/** Thrown when a pool has no free object. Made once per pool and without a stack trace, so that throwing allocates nothing. */
public final class PoolExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoolExhaustedException(String message) {
        super(message, null, false, false);
    }
}
