package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeframeCalendarTest {

    private static final int FIRST_DAY = -106_751;
    private static final int LAST_DAY = 106_751;
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void shouldKnowTheMonthOfEveryDayThatALongCanName() {
        LocalDate day = LocalDate.ofEpochDay(FIRST_DAY - 400);
        for (int number = FIRST_DAY - 400; number <= LAST_DAY + 400; number++, day = day.plusDays(1)) {
            int month = (day.getYear() - 1970) * 12 + day.getMonthValue() - 1;
            assertThat(CivilMonths.monthOf(number)).as("month of %s", day).isEqualTo(month);
            assertThat(CivilMonths.firstDayOf(month)).as("first day of %s", day).isEqualTo((int) day.withDayOfMonth(1).toEpochDay());
        }
    }

    @Test
    void shouldOpenAndCloseAsTheCalendarSaysFrom1677To2262() {
        Seeds.forEach(5_000, random -> {
            for (Timeframe frame : Timeframes.ALL) {
                Timeframes.assertAgrees(frame, random.nextLong());
            }
        });
    }

    /** Moments at a day's edge: the last nanosecond before it, the first in it. */
    @Test
    void shouldOpenAndCloseAsTheCalendarSaysAtTheEdgesOfMonths() {
        for (int year = 1678; year < 2262; year++) {
            for (int month = 1; month <= 12; month++) {
                long edge = Timeframes.nanos(LocalDate.of(year, month, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
                for (Timeframe frame : Timeframes.ALL.subList(10, Timeframes.ALL.size())) {
                    Timeframes.assertAgrees(frame, edge - 1);
                    Timeframes.assertAgrees(frame, edge);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5m, 1m, true", "1m, 1s, true", "1d, 4h, true", "1m, 1m, false", "1m, 5m, false", "90s, 1m, false", "3d, 2d, false",
        "2d, 1d, true", "1w, 1d, true", "1w, 12h, true", "1w, 90m, true", "1w, 1w, false", "1w, 2d, false", "1w, 3d, false",
        "2w, 1w, true", "3w, 2w, false", "2w, 2d, true", "5w, 5d, false", "8d, 1w, false", "1mo, 1d, true", "1mo, 4h, true",
        "1mo, 1s, true", "1mo, 1w, false", "1mo, 2d, false", "1mo, 3d, false", "12mo, 5d, false", "3mo, 1mo, true", "4mo, 3mo, false",
        "6mo, 4mo, false", "6mo, 2mo, true", "12mo, 4mo, true", "12mo, 6mo, true", "1mo, 1mo, false", "1mo, 3mo, false",
        "1w, 1mo, false", "52w, 1mo, false", "365d, 1mo, false"})
    void shouldBeMadeOnlyOfWholeFinerCandles(String frame, String finer, boolean made) {
        assertThat(Timeframe.parse(frame).isMadeOf(Timeframe.parse(finer))).isEqualTo(made);
    }

    /** By definition: no open time of the coarser frame lies inside a candle of the finer. Long enough for every pair to show. */
    @Test
    void shouldBeMadeOfAnotherOnlyIfItNeverOpensInsideOneOfIts() {
        for (Timeframe frame : Timeframes.ALL) {
            for (Timeframe finer : Timeframes.ALL) {
                boolean whole = finer.stepNanos() < frame.stepNanos();
                long open = frame.openTimeNanos(-7_000 * DAY);
                for (int candle = 0; candle < 250 && whole; candle++, open = frame.closeTimeNanos(open)) {
                    whole = finer.openTimeNanos(open) == open;
                }
                assertThat(frame.isMadeOf(finer)).as("%s of %s", frame, finer).isEqualTo(whole);
            }
        }
    }

    @Test
    void shouldAllocateNothing() {
        Timeframe[] frames = {Timeframe.minutes(5), Timeframe.weeks(2), Timeframe.months(3)};
        long[] time = {1};
        Allocations.assertNone(() -> {
            for (Timeframe frame : frames) {
                time[0] += frame.closeTimeNanos(frame.openTimeNanos(time[0])) & 0xffff;
            }
        });
    }
}
