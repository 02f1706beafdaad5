package io.windrow.examples.ops;

/** How one check ended; in rising order of what counts, so that the greatest decides. */
enum Status {
    /** As it must be. */
    OK,
    /** Worth a look; does not change the exit code. */
    WARN,
    /** Cannot be told. */
    UNKNOWN,
    /** Not as it must be. */
    FAIL
}
