package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns the time column into nanoseconds since 1970: either it says so itself, in a unit or as a date, which is its midnight in UTC, or it
 * is what the wall clock of a place showed since midnight of one day. On a day on which that clock is put forward or back, times from the
 * change on have the other offset; an hour that is shown twice is taken for the first.
 */
final class CsvClock {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

    private final int decimals;
    private final long unitNanos;
    private final long endUnits;
    private final boolean sinceMidnight;
    private final long midnightNanos;
    private final long changeNanos;
    private final long midnightAfterChangeNanos;

    /** With {@code decimals} as those of a nanosecond in the unit, 9 for seconds; {@code day} is null for times since 1970. */
    CsvClock(int decimals, LocalDate day, ZoneId zone) {
        this.decimals = decimals;
        unitNanos = Decimals.power(decimals);
        endUnits = Epochs.END_NANOS / unitNanos;
        sinceMidnight = day != null;
        if (!sinceMidnight) {
            midnightNanos = 0;
            changeNanos = Long.MAX_VALUE;
            midnightAfterChangeNanos = 0;
            return;
        }
        ZoneRules rules = zone.getRules();
        LocalDateTime midnight = day.atStartOfDay();
        ZoneOffset offset = rules.getOffset(midnight);
        Instant start = midnight.toInstant(offset);
        ZoneOffsetTransition change = rules.nextTransition(start.minusNanos(1));
        midnightNanos = nanos(midnight, offset);
        changeNanos = change == null ? Long.MAX_VALUE : nanos(laterClock(change), ZoneOffset.UTC) - nanos(midnight, ZoneOffset.UTC);
        midnightAfterChangeNanos = change == null ? midnightNanos : nanos(midnight, change.getOffsetAfter());
    }

    /** The time, or a negative code for {@link #reason}. */
    long nanos(byte[] text, int from, int to) {
        if (!sinceMidnight && IsoTime.isDateShaped(text, from, to)) {
            return IsoTime.dateNanos(text, from);
        }
        long nanos = parse(text, from, to);
        if (nanos < 0) {
            return Decimals.isError(nanos) ? nanos : Epochs.OUT_OF_RANGE;
        }
        if (sinceMidnight) {
            if (nanos >= DAY_NANOS) {
                return Epochs.WRONG_DIGITS;
            }
            nanos += nanos < changeNanos ? midnightNanos : midnightAfterChangeNanos;
        }
        return nanos >= 0 && nanos < Epochs.END_NANOS ? nanos : Epochs.OUT_OF_RANGE;
    }

    /** As {@link Decimals#parse}: most times are digits alone. */
    private long parse(byte[] text, int from, int to) {
        long units = Epochs.digits(text, from, to);
        return units >= 0 && units < endUnits ? units * unitNanos : Decimals.parse(text, from, to, decimals);
    }

    static String reason(long error) {
        if (error == Epochs.WRONG_DIGITS) {
            return Reasons.TIME_PAST_DAY;
        }
        if (error == Epochs.NOT_ISO) {
            return Reasons.TIME_NOT_A_DATE;
        }
        if (error == Decimals.MALFORMED) {
            return Reasons.TIME_NOT_A_NUMBER;
        }
        return error == Decimals.TOO_PRECISE ? Reasons.TIME_TOO_FINE : Reasons.TIME_RANGE;
    }

    private static LocalDateTime laterClock(ZoneOffsetTransition change) {
        return change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
    }

    private static long nanos(LocalDateTime time, ZoneOffset offset) {
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(offset), SECOND_NANOS), time.getNano());
    }
}
