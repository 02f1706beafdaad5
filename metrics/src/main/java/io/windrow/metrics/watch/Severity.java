package io.windrow.metrics.watch;

/** How bad a finding is; in rising order, so that {@code compareTo} tells the worse of two. */
public enum Severity {
    /** Worth a look. */
    LOW,
    /** A warning. */
    MEDIUM,
    /** Will end badly if nothing is done. */
    HIGH,
    /** Ends badly soon, or has. */
    CRITICAL
}
