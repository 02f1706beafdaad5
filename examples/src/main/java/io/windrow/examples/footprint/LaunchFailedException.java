package io.windrow.examples.footprint;

/** An engine's process did not start, or ended before its time. */
final class LaunchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    LaunchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
