package io.windrow.metrics.sites;

import java.time.Duration;

/** How many samples a recording keeps: as many as fit into the recorder's memory, 10 MB at some 60 bytes each. */
final class Throttle {

    /** Every sample, for a piece of work that is over soon: the JDK's choice of samples is a bad one in the first parts of a second. */
    static final String OFF = "off";

    /** Three times what the JDK's own profile keeps. */
    private static final long MOST_A_SECOND = 1000;
    private static final long SAMPLES = 100_000;

    private Throttle() {
    }

    /** The setting for a recording of a known length; a longer one would push its own start out of the memory. */
    static String of(Duration time) {
        return Math.min(MOST_A_SECOND, SAMPLES / (time.toSeconds() + 1)) + "/s";
    }
}
