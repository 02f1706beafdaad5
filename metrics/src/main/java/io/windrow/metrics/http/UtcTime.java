package io.windrow.metrics.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Points in time as ISO 8601 text with milliseconds, and back from text. */
final class UtcTime {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private UtcTime() {
    }

    /** Such as {@code 2026-11-21T20:00:00.000Z}; years 0 to 9999. Allocates nothing. */
    static void write(ByteText text, long epochNanos) {
        long millis = Math.floorDiv(epochNanos, NANOS_PER_MILLI);
        writeDate(text, Math.floorDiv(millis, MILLIS_PER_DAY));
        long ofDay = Math.floorMod(millis, MILLIS_PER_DAY);
        text.ascii("T").padded(ofDay / 3_600_000, 2);
        text.ascii(":").padded(ofDay / 60_000 % 60, 2);
        text.ascii(":").padded(ofDay / 1_000 % 60, 2);
        text.ascii(".").padded(ofDay % 1_000, 3);
        text.ascii("Z");
    }

    /**
     * Days to a date by eras of 400 years that begin on a first of March, so that the leap day is a year's last.
     * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
     */
    private static void writeDate(ByteText text, long epochDay) {
        long day = epochDay + DAYS_TO_1970;
        long era = Math.floorDiv(day, DAYS_PER_ERA);
        long ofEra = Math.floorMod(day, DAYS_PER_ERA);
        long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long fromMarch = (5 * ofYear + 2) / 153;
        long month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        text.padded(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
        text.ascii("-").padded(month, 2);
        text.ascii("-").padded(ofYear - (153 * fromMarch + 2) / 5 + 1, 2);
    }

    /**
     * Reads a time that is either digits, milliseconds since the epoch, or ISO 8601 with a zone.
     *
     * @return milliseconds since the epoch.
     * @throws BadQueryException if it is neither.
     */
    static long millis(String name, String value) {
        try {
            return isNumber(value) ? Long.parseLong(value) : Instant.parse(value).toEpochMilli();
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            throw new BadQueryException(name + " must be a time such as 2026-11-21T20:00:00Z or milliseconds since the epoch: "
                + name + "=" + value, e);
        }
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
