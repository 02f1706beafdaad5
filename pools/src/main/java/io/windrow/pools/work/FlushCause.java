package io.windrow.pools.work;

/** Why a batch was handed to its handler. */
public enum FlushCause {
    /** A whole batch was held. */
    SIZE,
    /** The oldest item had been held for the longest delay, or a batch that had failed was due again. */
    TIME,
    /** Every place was taken, and a thread wanted to add. */
    FORCED,
    /** Somebody called {@link BatchProcessor#flush()}. */
    ASKED,
    /** The processor was closing. */
    CLOSE
}
