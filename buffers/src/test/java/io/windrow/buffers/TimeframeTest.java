package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {

    @ParameterizedTest
    @CsvSource({"1s, PT1S, 1s", "60s, PT1M, 1m", "5m, PT5M, 5m", "90s, PT1M30S, 90s", "60m, PT1H, 1h", "4h, PT4H, 4h", "24h, P1D, 1d",
        "1d, P1D, 1d", "7d, P7D, 7d", "1440m, P1D, 1d", "90m, PT1H30M, 90m"})
    void shouldReadACountAndAUnitAndWriteTheShortestText(String text, Duration step, String shortest) {
        Timeframe frame = Timeframe.parse(text);
        assertThat(frame.stepNanos()).isEqualTo(step.toNanos());
        assertThat(frame).hasToString(shortest).isEqualTo(Timeframe.parse(shortest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "5", "5M", "5x", "x5m", " 5m", "5m ", "1.5m", "99999999999m", "200000000d"})
    void shouldRefuseTextThatIsNoFrame(String text) {
        assertThatThrownBy(() -> Timeframe.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("time frame must be a count and s, m, h or d, such as 5m: timeframe=" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-5m", "7s", "11m", "5h", "25h", "36h"})
    void shouldRefuseAStepThatDoesNotDivideADay(String text) {
        assertThatThrownBy(() -> Timeframe.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("step must be whole seconds that divide a day, or whole days: stepNanos=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseACountThatDoesNotDivideADay(int count) {
        assertThatThrownBy(() -> Timeframe.seconds(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeframe.minutes(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timeframe(1_500_000_000L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldCountCandlesFromTheEpochOnBothSidesOfIt() {
        Timeframe minute = Timeframe.minutes(1);
        assertThat(minute.openTimeNanos(0)).isZero();
        assertThat(minute.openTimeNanos(59_999_999_999L)).isZero();
        assertThat(minute.openTimeNanos(60_000_000_000L)).isEqualTo(60_000_000_000L);
        assertThat(minute.openTimeNanos(-1)).isEqualTo(-60_000_000_000L);
    }

    @Test
    void shouldOpenADayAtMidnightUtc() {
        Seeds.forEach(1000, random -> {
            Instant moment = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            long nanos = moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
            Instant midnight = moment.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
            Instant hour = moment.truncatedTo(ChronoUnit.HOURS);

            assertThat(Timeframe.parse("1d").openTimeNanos(nanos)).isEqualTo(midnight.getEpochSecond() * 1_000_000_000L);
            assertThat(Timeframe.parse("1h").openTimeNanos(nanos)).isEqualTo(hour.getEpochSecond() * 1_000_000_000L);
        });
    }

    @ParameterizedTest
    @CsvSource({"5m, 1m, true", "1m, 1s, true", "1d, 4h, true", "1m, 1m, false", "1m, 5m, false", "90s, 1m, false", "3d, 2d, false",
        "2d, 1d, true"})
    void shouldBeMadeOnlyOfWholeFinerCandles(String frame, String finer, boolean made) {
        assertThat(Timeframe.parse(frame).isMadeOf(Timeframe.parse(finer))).isEqualTo(made);
    }
}
