package io.windrow.buffers;

/**
 * The span of time one candle covers, UTC. A candle holds the trades of {@code [open, close)}, and the next one opens where it closes.
 * Immutable, for any thread; {@link #openTimeNanos} and {@link #closeTimeNanos} allocate nothing and cost a division, or a few for months.
 *
 * <p>There are three kinds. Seconds that divide a day, and days, are counted from 1970-01-01. Weeks open on Mondays at 00:00 and are
 * counted from Monday 1970-01-05; seven days are a week. Calendar months are counted from January 1970.
 */
public final class Timeframe {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    /** The first Monday of 1970. */
    private static final long MONDAY = 4 * DAY;
    /** A twelfth of the mean year of the Gregorian calendar, 365.2425 days. */
    private static final long MEAN_MONTH = 2_629_746 * SECOND;
    private static final int YEAR_MONTHS = 12;

    private final long stepNanos;
    /** Calendar months, or 0 where all candles are equally long. */
    private final int months;
    /** An open time, from 0 to one step, for candles that are equally long. */
    private final long originNanos;

    /**
     * Creates a time frame from the number that {@link #stepNanos()} gives.
     *
     * @param stepNanos length in nanoseconds; a month counts as 2,629,746 s.
     * @throws IllegalArgumentException if the step is not a positive number of whole seconds that divides a day, nor of whole days, nor
     *                                  of months that divides 12.
     */
    public Timeframe(long stepNanos) {
        months = stepNanos > 0 && stepNanos % MEAN_MONTH == 0 && YEAR_MONTHS * MEAN_MONTH % stepNanos == 0
            ? (int) (stepNanos / MEAN_MONTH) : 0;
        boolean divides = stepNanos > 0 && stepNanos % SECOND == 0 && (DAY % stepNanos == 0 || stepNanos % DAY == 0);
        if (!divides && months == 0) {
            throw new IllegalArgumentException(
                "step must be whole seconds that divide a day, whole days, or months that divide 12: stepNanos=" + stepNanos);
        }
        this.stepNanos = stepNanos;
        originNanos = stepNanos % WEEK == 0 ? MONDAY : 0;
    }

    /**
     * A frame of seconds.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if they do not divide a day, nor are whole days.
     */
    public static Timeframe seconds(int count) {
        return of(count, SECOND);
    }

    /**
     * A frame of minutes.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if they do not divide a day, nor are whole days.
     */
    public static Timeframe minutes(int count) {
        return of(count, MINUTE);
    }

    /**
     * A frame of hours.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if they do not divide a day, nor are whole days.
     */
    public static Timeframe hours(int count) {
        return of(count, HOUR);
    }

    /**
     * A frame of days, counted from 1970-01-01; a frame of weeks if seven divides them.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if the count is not 1 to 106751.
     */
    public static Timeframe days(int count) {
        return of(count, DAY);
    }

    /**
     * A frame of weeks, counted from Monday 1970-01-05.
     *
     * @param count how many.
     * @return the frame.
     * @throws IllegalArgumentException if the count is not 1 to 15250.
     */
    public static Timeframe weeks(int count) {
        return of(count, WEEK);
    }

    /**
     * A frame of calendar months, counted from January 1970.
     *
     * @param count 1, 2, 3, 4, 6 or 12.
     * @return the frame.
     * @throws IllegalArgumentException if the count does not divide 12.
     */
    public static Timeframe months(int count) {
        if (count < 1 || YEAR_MONTHS % count != 0) {
            throw new IllegalArgumentException("months must divide 12: months=" + count);
        }
        return of(count, MEAN_MONTH);
    }

    /**
     * Reads a frame such as {@code 1s}, {@code 5m}, {@code 4h}, {@code 1d}, {@code 1w} or {@code 1mo}, which is also {@code 1M}.
     *
     * @param text a count in digits, and a unit: s, m, h, d, w, mo or M.
     * @return the frame.
     * @throws IllegalArgumentException if the text is none, or its count does not divide what it has to.
     */
    public static Timeframe parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        try {
            int count = Integer.parseInt(text.substring(0, digits));
            switch (text.substring(digits)) {
                case "s": return seconds(count);
                case "m": return minutes(count);
                case "h": return hours(count);
                case "d": return days(count);
                case "w": return weeks(count);
                case "mo", "M": return months(count);
                default: throw new IllegalArgumentException(unreadable(text));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
    }

    /**
     * Checks that trades can be cascaded from each frame into the next.
     *
     * @param timeframes finest first.
     * @throws IllegalArgumentException if there is none, or one is not made of whole candles of the one before.
     */
    public static void checkFinestFirst(Timeframe... timeframes) {
        if (timeframes.length == 0) {
            throw new IllegalArgumentException("there must be a time frame: timeframes=0");
        }
        for (int i = 1; i < timeframes.length; i++) {
            if (!timeframes[i].isMadeOf(timeframes[i - 1])) {
                throw new IllegalArgumentException("each time frame must be made of whole candles of the one before: timeframe="
                    + timeframes[i] + ", before=" + timeframes[i - 1]);
            }
        }
    }

    /**
     * The length of a candle, and the number by which signals and the headers of windows name the frame: no two frames have the same. A
     * month counts as 2,629,746 s, a twelfth of the mean year of the Gregorian calendar, so add no step to an open time; use
     * {@link #closeTimeNanos}.
     *
     * @return nanoseconds, positive.
     */
    public long stepNanos() {
        return stepNanos;
    }

    /**
     * When the candle that covers a moment opens.
     *
     * @param timeNanos the moment, nanoseconds since the epoch.
     * @return the open time, at or before it.
     * @throws ArithmeticException if that is before the first moment a {@code long} can name, in 1677.
     */
    public long openTimeNanos(long timeNanos) {
        long open = months == 0 ? timeNanos - sinceOpen(timeNanos) : firstDay(timeNanos, 0) * DAY;
        if (open > timeNanos) {
            throw new ArithmeticException("candle must open in the range of long nanoseconds: timeNanos=" + timeNanos
                + ", timeframe=" + this);
        }
        return open;
    }

    /**
     * When the candle that covers a moment closes, which is when the next one opens. The open time of a candle is one of its moments.
     *
     * @param timeNanos the moment, nanoseconds since the epoch.
     * @return the close time, after it.
     * @throws ArithmeticException if that is after the last moment a {@code long} can name, in 2262.
     */
    public long closeTimeNanos(long timeNanos) {
        long close = months == 0 ? timeNanos + (stepNanos - sinceOpen(timeNanos)) : firstDay(timeNanos, months) * DAY;
        if (close <= timeNanos) {
            throw new ArithmeticException("candle must close in the range of long nanoseconds: timeNanos=" + timeNanos
                + ", timeframe=" + this);
        }
        return close;
    }

    /**
     * Whether each candle of this frame is made of whole candles of another, at all times. A month is made of days, and of what divides
     * a day, but not of weeks or of 2 days.
     *
     * @param finer the other frame.
     * @return true if it is finer and each of this frame's open times is one of its own.
     */
    public boolean isMadeOf(Timeframe finer) {
        if (finer.stepNanos >= stepNanos || (finer.months > 0 && months == 0)) {
            return false;
        }
        if (months > 0) {
            return finer.months > 0 ? months % finer.months == 0 : DAY % finer.stepNanos == 0;
        }
        return stepNanos % finer.stepNanos == 0 && (originNanos - finer.originNanos) % finer.stepNanos == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeframe frame && frame.stepNanos == stepNanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(stepNanos);
    }

    /** The text with the coarsest unit, which {@link #parse} reads back. */
    @Override
    public String toString() {
        if (months > 0) {
            return months + "mo";
        }
        if (stepNanos % DAY == 0) {
            return stepNanos % WEEK == 0 ? stepNanos / WEEK + "w" : stepNanos / DAY + "d";
        }
        if (stepNanos % HOUR == 0) {
            return stepNanos / HOUR + "h";
        }
        return stepNanos % MINUTE == 0 ? stepNanos / MINUTE + "m" : stepNanos / SECOND + "s";
    }

    /** As {@link #openTimeNanos} for a moment at or after the close of a candle; no division if the next candle covers it. */
    long openAfter(long closeNanos, long timeNanos) {
        return months == 0 && Long.compareUnsigned(timeNanos - closeNanos, stepNanos) < 0 ? closeNanos : openTimeNanos(timeNanos);
    }

    /** As {@link #closeTimeNanos} of an open time; no division but for months. */
    long closeOf(long openNanos) {
        return months == 0 && openNanos <= Long.MAX_VALUE - stepNanos ? openNanos + stepNanos : closeTimeNanos(openNanos);
    }

    private long sinceOpen(long timeNanos) {
        long since = Math.floorMod(timeNanos, stepNanos) - originNanos;
        return since < 0 ? since + stepNanos : since;
    }

    /** First day of the candle that comes some months after the one that covers a moment; its nanoseconds may be out of range. */
    private long firstDay(long timeNanos, int monthsAfter) {
        int month = CivilMonths.monthOf((int) Math.floorDiv(timeNanos, DAY));
        return CivilMonths.firstDayOf(month - Math.floorMod(month, months) + monthsAfter);
    }

    private static Timeframe of(int count, long unitNanos) {
        if (count < 1 || count > Long.MAX_VALUE / unitNanos) {
            throw new IllegalArgumentException("count must be 1 to " + Long.MAX_VALUE / unitNanos + ": count=" + count);
        }
        return new Timeframe(count * unitNanos);
    }

    private static String unreadable(String text) {
        return "time frame must be a count and s, m, h, d, w or mo, such as 5m: timeframe=" + text;
    }
}
