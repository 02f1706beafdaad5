package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** What time frames have to answer, by the calendar of java.time and in numbers without limits. */
final class Timeframes {

    static final List<Timeframe> ALL = Stream.of("1s", "5s", "1m", "90s", "5m", "15m", "1h", "90m", "4h", "12h", "1d", "2d", "3d", "5d",
        "1w", "2w", "3w", "4w", "5w", "1mo", "2mo", "3mo", "4mo", "6mo", "12mo").map(Timeframe::parse).toList();

    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

    private Timeframes() {
    }

    static long nanos(Instant moment) {
        return exactNanos(moment).longValueExact();
    }

    /** Compares open and close with the calendar, or with the refusal where they do not fit a long. */
    static void assertAgrees(Timeframe frame, long timeNanos) {
        Instant moment = Instant.ofEpochSecond(Math.floorDiv(timeNanos, SECOND.longValue()), Math.floorMod(timeNanos, SECOND.longValue()));
        BigInteger open = exactNanos(open(frame, moment));
        BigInteger close = exactNanos(close(frame, open(frame, moment)));
        if (open.bitLength() < Long.SIZE) {
            assertThat(frame.openTimeNanos(timeNanos)).as("open of %s at %s", frame, moment).isEqualTo(open.longValueExact());
        } else {
            assertThatThrownBy(() -> frame.openTimeNanos(timeNanos)).as("open of %s at %s", frame, moment)
                .isInstanceOf(ArithmeticException.class);
        }
        if (close.bitLength() < Long.SIZE) {
            assertThat(frame.closeTimeNanos(timeNanos)).as("close of %s at %s", frame, moment).isEqualTo(close.longValueExact());
        } else {
            assertThatThrownBy(() -> frame.closeTimeNanos(timeNanos)).as("close of %s at %s", frame, moment)
                .isInstanceOf(ArithmeticException.class);
        }
    }

    private static Instant open(Timeframe frame, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        int count = count(frame);
        if (frame.toString().endsWith("mo")) {
            LocalDate first = day.withDayOfMonth(1);
            return midnight(first.minusMonths((first.getMonthValue() - 1) % count));
        }
        if (frame.toString().endsWith("w")) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return midnight(monday.minusWeeks(Math.floorMod(ChronoUnit.WEEKS.between(FIRST_MONDAY, monday), count)));
        }
        if (frame.toString().endsWith("d")) {
            return midnight(LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), (long) count) * count));
        }
        long seconds = frame.stepNanos() / SECOND.longValue();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    private static Instant close(Timeframe frame, Instant open) {
        return frame.toString().endsWith("mo")
            ? midnight(LocalDate.ofInstant(open, ZoneOffset.UTC).plusMonths(count(frame))) : open.plusNanos(frame.stepNanos());
    }

    private static int count(Timeframe frame) {
        return Integer.parseInt(frame.toString().replaceAll("[a-z]", ""));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static BigInteger exactNanos(Instant moment) {
        return BigInteger.valueOf(moment.getEpochSecond()).multiply(SECOND).add(BigInteger.valueOf(moment.getNano()));
    }
}
