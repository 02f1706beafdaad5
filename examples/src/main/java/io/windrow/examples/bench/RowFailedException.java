package io.windrow.examples.bench;

/** A measurement gave no result, or a wrong one; the message is for people. */
final class RowFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    RowFailedException(String message) {
        super(message);
    }
}
