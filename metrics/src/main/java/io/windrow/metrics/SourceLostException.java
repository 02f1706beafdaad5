package io.windrow.metrics;

/** A source that gave samples gives none any more: the process has ended, or its endpoint does not answer. */
public final class SourceLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which and why.
     *
     * @param message one line.
     * @param cause what was thrown; may be null.
     */
    public SourceLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
