package io.windrow.pipeline;

import java.util.List;

/** Closes parts of which some may not have been opened. */
final class Closing {

    private Closing() {
    }

    /** All of them, in their order. */
    static void closeAll(List<? extends AutoCloseable> parts) {
        for (AutoCloseable part : parts) {
            close(part);
        }
    }

    /** What was not opened because something before it failed is null. */
    static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("closing must not fail", e);
        }
    }
}
