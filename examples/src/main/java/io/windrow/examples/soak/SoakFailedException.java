package io.windrow.examples.soak;

/** The JVM of the soak has not come to its end. */
final class SoakFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    SoakFailedException(String message) {
        super(message);
    }
}
