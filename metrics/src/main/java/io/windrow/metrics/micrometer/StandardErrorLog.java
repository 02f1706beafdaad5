package io.windrow.metrics.micrometer;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;

/**
 * Micrometer's own warnings and errors on standard error, without a logging library. Micrometer looks for SLF4J and takes
 * {@code java.util.logging} where there is none: classes by the hundred in a process that may log nothing at all.
 */
public final class StandardErrorLog extends InternalLoggerFactory {

    private StandardErrorLog() {
    }

    /**
     * Sets it for the whole process. For a program's main method, before the first meter registry is made; who wants Micrometer's messages
     * in a logging library does not call it.
     */
    public static void install() {
        InternalLoggerFactory.setDefaultFactory(new StandardErrorLog());
    }

    @Override
    protected InternalLogger newInstance(String name) {
        return new StandardErrorLogger(name);
    }
}
