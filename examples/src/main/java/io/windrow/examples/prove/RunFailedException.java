package io.windrow.examples.prove;

/** A run that gave no result; the message is for people. */
final class RunFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    RunFailedException(String message) {
        super(message);
    }
}
