package io.windrow.pipeline.feeds;

/**
 * Reads times such as {@code 2021-04-17T16:43:30.244075Z}: ISO 8601 as RFC 3339 has it, with up to nine decimals of a second and an offset
 * that is {@code Z} or {@code ±hh:mm}. A leap second, {@code :60}, is refused.
 */
final class IsoTime {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int DAY_SECONDS = 86_400;
    private static final int DATE_LENGTH = "2021-04-17".length();
    private static final int DATE_TIME_LENGTH = "2021-04-17T16:43:30".length();
    private static final int OFFSET_LENGTH = "+00:00".length();
    private static final int DECIMALS = 9;
    /** One year more on each side than is taken, for the offset. */
    private static final int FIRST_YEAR = 1969;
    private static final int END_YEAR = 2201;
    private static final int FIRST_YEAR_DAYS = 365;
    private static final int DAYS_BEFORE_FIRST_YEAR = 719_469 - FIRST_YEAR_DAYS;
    /** Days are counted in years that begin in March, so that the leap day is the last. */
    private static final int MARCH_BASED_MONTHS = 12;

    private IsoTime() {
    }

    /** Whether a text is as long as {@code 2021-04-17} and has dashes where that has them; no number does. */
    static boolean isDateShaped(byte[] text, int from, int to) {
        return to - from == DATE_LENGTH && text[from + 4] == '-' && text[from + 7] == '-';
    }

    /** Midnight in UTC of a date that {@link #isDateShaped}, or a negative code for {@link Epochs#reason}. */
    static long dateNanos(byte[] text, int from) {
        long day = date(text, from);
        long nanos = (day - FIRST_YEAR_DAYS) * DAY_SECONDS * SECOND_NANOS;
        return day < 0 ? day : nanos < 0 || nanos >= Epochs.END_NANOS ? Epochs.OUT_OF_RANGE : nanos;
    }

    /** Nanoseconds since 1970-01-01 UTC, or a negative code for {@link Epochs#reason}. */
    static long nanos(byte[] text, int from, int to) {
        int zone = from + DATE_TIME_LENGTH;
        if (to - from <= DATE_TIME_LENGTH || text[from + 4] != '-' || text[from + 7] != '-' || (text[from + 10] | 0x20) != 't') {
            return Epochs.NOT_ISO;
        }
        long day = date(text, from);
        int second = secondOfDay(text, from + 11);
        if (day < 0 || second < 0) {
            return day == Epochs.OUT_OF_RANGE ? Epochs.OUT_OF_RANGE : Epochs.NOT_ISO;
        }
        long fraction = 0;
        if (text[zone] == '.') {
            int end = digitsEnd(text, zone + 1, to);
            fraction = fraction(text, zone + 1, end);
            zone = end;
        }
        int offset = offsetSeconds(text, zone, to);
        if (fraction < 0 || offset == DAY_SECONDS) {
            return fraction < 0 ? fraction : Epochs.NOT_ISO;
        }
        long nanos = ((day - FIRST_YEAR_DAYS) * DAY_SECONDS + second - offset) * SECOND_NANOS + fraction;
        return nanos < 0 || nanos >= Epochs.END_NANOS ? Epochs.OUT_OF_RANGE : nanos;
    }

    private static int digitsEnd(byte[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private static long fraction(byte[] text, int from, int to) {
        long nanos = 0;
        for (int i = from; i < Math.max(to, from + DECIMALS); i++) {
            int digit = i < to ? text[i] - '0' : 0;
            if (i < from + DECIMALS) {
                nanos = nanos * 10 + digit;
            } else if (digit != 0) {
                return Epochs.TOO_FINE;
            }
        }
        return to == from ? Epochs.NOT_ISO : nanos;
    }

    /** What is to be taken off to come to UTC; {@link #DAY_SECONDS} if it is none. */
    private static int offsetSeconds(byte[] text, int from, int to) {
        if (to - from == 1 && (text[from] | 0x20) == 'z') {
            return 0;
        }
        if (to - from != OFFSET_LENGTH || text[from] != '+' && text[from] != '-' || text[from + 3] != ':') {
            return DAY_SECONDS;
        }
        int hours = number(text, from + 1, 2);
        int minutes = number(text, from + 4, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || hours == 18 && minutes > 0) {
            return DAY_SECONDS;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return text[from] == '-' ? -seconds : seconds;
    }

    private static int secondOfDay(byte[] text, int from) {
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        int second = number(text, from + 6, 2);
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
            && text[from + 2] == ':' && text[from + 5] == ':';
        return valid ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static long date(byte[] text, int from) {
        return day(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
    }

    /** Days since the first of the first year, or a code. */
    private static long day(int year, int month, int dayOfMonth) {
        if (year < 0 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > monthDays(year, month)) {
            return Epochs.NOT_ISO;
        }
        if (year < FIRST_YEAR || year >= END_YEAR) {
            return Epochs.OUT_OF_RANGE;
        }
        int marchYear = month < 3 ? year - 1 : year;
        int marchMonth = (month + 9) % MARCH_BASED_MONTHS;
        long days = 365L * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + dayOfMonth;
        return days - DAYS_BEFORE_FIRST_YEAR;
    }

    private static int monthDays(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** A number of so many digits, negative if it is none. */
    private static int number(byte[] text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
