package io.windrow.buffers;

/**
 * Months of the proleptic Gregorian calendar as numbers: 0 is January 1970. Allocates nothing.
 *
 * <p>The algorithms are {@code civil_from_days} and {@code days_from_civil} of Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", https://howardhinnant.github.io/date_algorithms.html. Years begin in March there, so that the leap day is the last of its
 * year; an era is 400 years.
 */
final class CivilMonths {

    /** Days from 0000-03-01, where the eras begin, to 1970-01-01. */
    private static final int EPOCH_DAY = 719_468;
    private static final int ERA_DAYS = 146_097;
    private static final int ERA_YEARS = 400;
    private static final int YEAR_MONTHS = 12;
    /** January 1970, counted in months from March of the year 0. */
    private static final int EPOCH_MONTH = 1970 * YEAR_MONTHS - 2;

    private CivilMonths() {
    }

    /** The month that holds a day, counted from 1970-01-01. */
    static int monthOf(int day) {
        int shifted = day + EPOCH_DAY;
        int era = Math.floorDiv(shifted, ERA_DAYS);
        int dayOfEra = shifted - era * ERA_DAYS;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthOfYear = (5 * dayOfYear + 2) / 153;
        return (era * ERA_YEARS + yearOfEra) * YEAR_MONTHS + monthOfYear - EPOCH_MONTH;
    }

    /** The first day of a month, counted from 1970-01-01. */
    static int firstDayOf(int month) {
        int shifted = month + EPOCH_MONTH;
        int year = Math.floorDiv(shifted, YEAR_MONTHS);
        int era = Math.floorDiv(year, ERA_YEARS);
        int yearOfEra = year - era * ERA_YEARS;
        int dayOfYear = (153 * Math.floorMod(shifted, YEAR_MONTHS) + 2) / 5;
        return era * ERA_DAYS + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - EPOCH_DAY;
    }
}
