package io.windrow.buffers;

/**
 * The span of time one candle covers: a fixed step, counted from 1970-01-01 UTC. A candle holds the trades of
 * {@code [open, open + step)}. Immutable.
 *
 * @param stepNanos length in nanoseconds; a whole number of seconds that divides a day, or of days.
 */
public record Timeframe(long stepNanos) {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /**
     * Creates a time frame.
     *
     * @param stepNanos length in nanoseconds.
     * @throws IllegalArgumentException if the step is not a positive number of whole seconds that divides a day, nor of whole days.
     */
    public Timeframe {
        boolean divides = stepNanos > 0 && stepNanos % SECOND == 0 && (DAY % stepNanos == 0 || stepNanos % DAY == 0);
        if (!divides) {
            throw new IllegalArgumentException("step must be whole seconds that divide a day, or whole days: stepNanos=" + stepNanos);
        }
    }

    /**
     * A frame of seconds.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if they do not divide a day.
     */
    public static Timeframe seconds(int count) {
        return new Timeframe(count * SECOND);
    }

    /**
     * A frame of minutes.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if they do not divide a day.
     */
    public static Timeframe minutes(int count) {
        return new Timeframe(count * MINUTE);
    }

    /**
     * Reads a frame such as {@code 1s}, {@code 5m}, {@code 4h} or {@code 1d}.
     *
     * @param text a count and a unit: s, m, h or d.
     * @return the frame.
     * @throws IllegalArgumentException if the text is none, or its step does not divide.
     */
    public static Timeframe parse(String text) {
        long unit = text.isEmpty() ? 0 : switch (text.charAt(text.length() - 1)) {
            case 's' -> SECOND;
            case 'm' -> MINUTE;
            case 'h' -> HOUR;
            case 'd' -> DAY;
            default -> 0;
        };
        try {
            if (unit != 0) {
                return new Timeframe(Math.multiplyExact(Integer.parseInt(text.substring(0, text.length() - 1)), unit));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
        throw new IllegalArgumentException(unreadable(text));
    }

    /**
     * When the candle that covers a moment opens.
     *
     * @param timeNanos the moment.
     * @return the open time, at or before it.
     */
    public long openTimeNanos(long timeNanos) {
        return timeNanos - Math.floorMod(timeNanos, stepNanos);
    }

    /**
     * Whether candles of this frame are made of whole candles of another.
     *
     * @param finer the other frame.
     * @return true if its step is smaller and divides this one.
     */
    public boolean isMadeOf(Timeframe finer) {
        return finer.stepNanos < stepNanos && stepNanos % finer.stepNanos == 0;
    }

    /** The shortest text that {@link #parse} reads back. */
    @Override
    public String toString() {
        if (stepNanos % DAY == 0) {
            return stepNanos / DAY + "d";
        }
        if (stepNanos % HOUR == 0) {
            return stepNanos / HOUR + "h";
        }
        return stepNanos % MINUTE == 0 ? stepNanos / MINUTE + "m" : stepNanos / SECOND + "s";
    }

    private static String unreadable(String text) {
        return "time frame must be a count and s, m, h or d, such as 5m: timeframe=" + text;
    }
}
