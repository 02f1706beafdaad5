package io.windrow.metrics.http;

/** A request asks for what cannot be: answered with 400 and the message. */
final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadQueryException(String message) {
        super(message);
    }

    BadQueryException(String message, Throwable cause) {
        super(message, cause);
    }
}
