package io.windrow.metrics.sites;

/** A process could not be recorded, or a recording not read. The message is one line for the operator. */
public final class RecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
