package io.windrow.metrics.watch;

import java.io.IOException;

/** A baseline file cannot be read or is damaged; the message is one line with file, line and value. */
public final class BaselineException extends IOException {

    private static final long serialVersionUID = 1L;

    BaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
