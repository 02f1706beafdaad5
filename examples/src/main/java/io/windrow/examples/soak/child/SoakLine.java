package io.windrow.examples.soak.child;

/**
 * A line that the soak's process prints: a kind and fields, with tabs between them. What its parent needs is read from such lines and from
 * nothing else.
 */
public enum SoakLine {
    /** Progress: trades done, trades in all, day. */
    PROGRESS,
    /** A count that must come back to what it was: day, hour, name, number. */
    COUNT,
    /** What one of a count is: day, hour, name of the count, name of the thing. */
    NAME,
    /** A block: day, number in the day, anonymous resident bytes, resident bytes, live heap bytes, samples. */
    BLOCK,
    /** Figures of a day: day, seconds, anonymous resident bytes at night, resident bytes at night, compile milliseconds, collections. */
    DAY,
    /** The end, without which a soak is not whole. */
    END;

    /** The day of the baseline, the last of the warm-up; later days count from 1. */
    public static final int BASELINE = 0;

    void print(Object... fields) {
        StringBuilder line = new StringBuilder(name());
        for (Object field : fields) {
            line.append('\t').append(field);
        }
        System.out.println(line);
    }
}
