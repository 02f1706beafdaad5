package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {

    private static final long DAY = 86_400_000_000_000L;

    @ParameterizedTest
    @CsvSource({"1s, PT1S, 1s", "60s, PT1M, 1m", "5m, PT5M, 5m", "90s, PT1M30S, 90s", "60m, PT1H, 1h", "4h, PT4H, 4h", "24h, P1D, 1d",
        "1d, P1D, 1d", "3d, P3D, 3d", "1440m, P1D, 1d", "90m, PT1H30M, 90m", "1w, P7D, 1w", "7d, P7D, 1w",
        "2w, P14D, 2w", "336h, P14D, 2w"})
    void shouldReadACountAndAUnitAndWriteTheCoarsestUnit(String text, Duration step, String written) {
        Timeframe frame = Timeframe.parse(text);
        assertThat(frame.stepNanos()).isEqualTo(step.toNanos());
        assertThat(frame).hasToString(written).isEqualTo(Timeframe.parse(written)).hasSameHashCodeAs(Timeframe.parse(written));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 12})
    void shouldReadMonthsInBothSpellings(int count) {
        assertThat(Timeframe.parse(count + "mo")).isEqualTo(Timeframe.parse(count + "M")).isEqualTo(Timeframe.months(count))
            .hasToString(count + "mo");
        assertThat(Timeframe.months(count).stepNanos()).isEqualTo(count * 2_629_746_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "5", "5x", "x5m", " 5m", "5m ", "5 m", "+5m", "-5m", "+1mo", "1.5m", "5MO", "5mm", "5moo", "1W",
        "99999999999m", "\u0665m", "\uff15m"})
    void shouldRefuseTextThatIsNoFrame(String text) {
        assertThatThrownBy(() -> Timeframe.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("time frame must be a count and s, m, h, d, w or mo, such as 5m: timeframe=" + text);
    }

    @ParameterizedTest
    @CsvSource({"7s, 7000000000", "11m, 660000000000", "5h, 18000000000000", "25h, 90000000000000", "36h, 129600000000000"})
    void shouldRefuseAStepThatDoesNotDivideADay(String text, long stepNanos) {
        assertThatThrownBy(() -> Timeframe.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(
            "step must be whole seconds that divide a day, whole days, or months that divide 12: stepNanos=" + stepNanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, 1_500_000_000L, 5 * 2_629_746_000_000_000L, 24 * 2_629_746_000_000_000L, -86_400_000_000_000L,
        -2_629_746_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE})
    void shouldRefuseANumberThatNamesNoFrame(long stepNanos) {
        assertThatThrownBy(() -> new Timeframe(stepNanos)).isInstanceOf(IllegalArgumentException.class).hasMessage(
            "step must be whole seconds that divide a day, whole days, or months that divide 12: stepNanos=" + stepNanos);
    }

    @ParameterizedTest
    @CsvSource({"0s, 9223372036", "0m, 153722867", "0h, 2562047", "0d, 106751", "106752d, 106751", "200000000d, 106751", "15251w, 15250",
        "2147483647m, 153722867"})
    void shouldRefuseACountOutOfRange(String text, String most) {
        assertThatThrownBy(() -> Timeframe.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("count must be 1 to " + most + ": count=" + text.substring(0, text.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseACountOutOfRangeInEveryUnit(int count) {
        assertThatThrownBy(() -> Timeframe.seconds(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.minutes(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.hours(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.days(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.weeks(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.months(count)).hasMessage("months must divide 12: months=" + count);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 9, 10, 11, 13, 24})
    void shouldRefuseMonthsThatDoNotDivideAYear(int count) {
        assertThatThrownBy(() -> Timeframe.parse(count + "mo")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("months must divide 12: months=" + count);
    }

    @Test
    void shouldNameEachFrameByAStepOfItsOwn() {
        List<Timeframe> frames = Stream.concat(Timeframes.ALL.stream(),
            Stream.of(Timeframe.days(30), Timeframe.days(31), Timeframe.days(365), Timeframe.weeks(52))).toList();
        Set<Long> steps = new HashSet<>();
        for (Timeframe frame : frames) {
            assertThat(steps.add(frame.stepNanos())).as("%s", frame).isTrue();
            assertThat(new Timeframe(frame.stepNanos())).isEqualTo(frame).hasToString(frame.toString());
            assertThat(Timeframe.parse(frame.toString())).isEqualTo(frame);
        }
    }

    @Test
    void shouldCountCandlesFromTheEpochOnBothSidesOfIt() {
        Timeframe minute = Timeframe.minutes(1);
        assertThat(minute.openTimeNanos(0)).isZero();
        assertThat(minute.openTimeNanos(59_999_999_999L)).isZero();
        assertThat(minute.openTimeNanos(60_000_000_000L)).isEqualTo(60_000_000_000L);
        assertThat(minute.openTimeNanos(-1)).isEqualTo(-60_000_000_000L);
        assertThat(minute.closeTimeNanos(-1)).isZero();
        assertThat(minute.closeTimeNanos(0)).isEqualTo(60_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"1w, 2024-08-08T12:00:00Z, 2024-08-05T00:00:00Z, 2024-08-12T00:00:00Z",
        "2w, 1970-01-18T23:59:59Z, 1970-01-05T00:00:00Z, 1970-01-19T00:00:00Z",
        "1w, 1970-01-01T00:00:00Z, 1969-12-29T00:00:00Z, 1970-01-05T00:00:00Z",
        "1mo, 2024-02-29T23:59:59Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "1mo, 1900-02-28T23:59:59Z, 1900-02-01T00:00:00Z, 1900-03-01T00:00:00Z",
        "3mo, 1969-12-31T23:59:59Z, 1969-10-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "12mo, 2000-12-31T00:00:00Z, 2000-01-01T00:00:00Z, 2001-01-01T00:00:00Z"})
    void shouldOpenAndCloseWhereTheCalendarSays(String text, Instant moment, Instant open, Instant close) {
        Timeframe frame = Timeframe.parse(text);
        assertThat(frame.openTimeNanos(Timeframes.nanos(moment))).isEqualTo(Timeframes.nanos(open));
        assertThat(frame.closeTimeNanos(Timeframes.nanos(moment))).isEqualTo(Timeframes.nanos(close));
        assertThat(frame.closeTimeNanos(Timeframes.nanos(open))).isEqualTo(Timeframes.nanos(close));
        assertThat(frame.openTimeNanos(Timeframes.nanos(close))).isEqualTo(Timeframes.nanos(close));
    }

    @ParameterizedTest
    @CsvSource({"1d, 106751", "3d, 106749", "1w, 106747", "1mo, 106741", "12mo, 106651"})
    void shouldSayThatACandleReachesOutOfTheRangeOfALong(String text, long lastOpenDay) {
        Timeframe frame = Timeframe.parse(text);
        assertThat(frame.openTimeNanos(Long.MAX_VALUE)).isEqualTo(lastOpenDay * DAY);
        assertThatThrownBy(() -> frame.closeTimeNanos(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class)
            .hasMessage("candle must close in the range of long nanoseconds: timeNanos=9223372036854775807, timeframe=" + text);
        assertThat(frame.closeTimeNanos(lastOpenDay * DAY - 1)).isEqualTo(lastOpenDay * DAY);
        assertThatThrownBy(() -> frame.openTimeNanos(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class)
            .hasMessage("candle must open in the range of long nanoseconds: timeNanos=-9223372036854775808, timeframe=" + text);
        assertThat(frame.openTimeNanos(frame.closeTimeNanos(Long.MIN_VALUE))).isEqualTo(frame.closeTimeNanos(Long.MIN_VALUE));
    }

    @Test
    void shouldAgreeWithTheEndsOfTheRangeForEveryFrame() {
        Seeds.forEach(200, random -> {
            for (Timeframe frame : Timeframes.ALL) {
                long fromEnd = random.nextLong() >>> 8;
                Timeframes.assertAgrees(frame, random.nextBoolean() ? Long.MAX_VALUE - fromEnd : Long.MIN_VALUE + fromEnd);
            }
        });
    }
}
