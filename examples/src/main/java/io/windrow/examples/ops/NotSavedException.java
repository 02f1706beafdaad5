package io.windrow.examples.ops;

/** A result cannot be saved; what was there before is as it was. */
final class NotSavedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSavedException(String message, Throwable cause) {
        super(message, cause);
    }
}
