package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Times at the ends of their range, gaps of any length, sums and prices out of range. */
class CandleExtremesTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;
    private static final long LAST_SECOND = Long.MAX_VALUE / SECOND * SECOND;
    private static final CandleSpec SECONDS = CandleSpec.of(Timeframe.seconds(1)).capacity(5);
    private static final CandleSpec FLAT_SECONDS = SECONDS.gaps(GapPolicy.FLAT);
    private static final CandleSpec DAYS = CandleSpec.of(Timeframe.days(1)).capacity(5);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private CandleBuilder open(CandlePolicy policy, CandleSpec... specs) {
        return CandleBuilder.open(memory, BTC, policy, window -> closed.add(window.spec() + "@" + window.openTimeNanos(0)), specs);
    }

    private CandleBuilder open(CandleSpec... specs) {
        return open(CandlePolicy.DEFAULT, specs);
    }

    @Test
    void shouldCloseEverythingWithTheLastMomentOfTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (CandleSpec seconds : new CandleSpec[] {SECONDS, FLAT_SECONDS}) {
                closed.clear();
                CandleBuilder builder = open(seconds, DAYS);
                builder.onClock(Long.MAX_VALUE);
                builder.onClock(Long.MIN_VALUE);
                assertThat(closed).isEmpty();
                builder.onTrade(5, 1, 1, 0, 0);
                builder.onClock(Long.MAX_VALUE);
                builder.onClock(Long.MAX_VALUE);
                assertThat(closed).containsExactly("1s@0", "1d@0");
                assertThat(builder.gapsLeftOut()).isEqualTo(seconds.gaps() == GapPolicy.FLAT ? 1 : 0);
            }
        });
    }

    @Test
    void shouldLeaveOutAGapWiderThanALong() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            CandleBuilder builder = open(FLAT_SECONDS);
            long first = -LAST_SECOND;
            builder.onTrade(first, 1, 1, 0, 0);
            builder.onClock(first + SECOND);
            builder.onTrade(LAST_SECOND - SECOND, 2, 2, 0, 0);
            assertThat(builder.gapsLeftOut()).isEqualTo(1);
            assertThat(builder.window(0).forming(CandleField.OPEN_TIME)).isEqualTo(LAST_SECOND - SECOND);
            builder.onClock(LAST_SECOND);
            assertThat(closed).containsExactly("1s@" + first, "1s@" + (LAST_SECOND - SECOND));
        });
    }

    @Test
    void shouldMergeNoTradeThatIsLaterThanALong() {
        CandleBuilder builder = open(CandlePolicy.merge(SECOND), SECONDS);
        builder.onTrade(-LAST_SECOND, 1, 1, 0, 0);
        builder.onTrade(LAST_SECOND - SECOND, 2, 2, 0, 0);
        assertThat(builder.onTrade(-LAST_SECOND, 3, 3, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(Long.MIN_VALUE, 3, 3, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.window(0).volume(0)).isEqualTo(1);
    }

    @Test
    void shouldFillGapsUpToTheEndOfTime() {
        CandleBuilder builder = open(FLAT_SECONDS);
        builder.onTrade(LAST_SECOND - 4 * SECOND, 7, 1, 0, 0);
        builder.onClock(Long.MAX_VALUE);
        assertThat(closed).hasSize(4).last().isEqualTo("1s@" + (LAST_SECOND - SECOND));
        assertThat(builder.window(0).close(0)).isEqualTo(7);
        assertThat(builder.window(0).hasForming()).isFalse();
    }

    @Test
    void shouldRefuseATimeThatHasNoCandleInSomeFrameBeforeAnythingChanges() {
        CandleBuilder builder = open(FLAT_SECONDS, DAYS);
        builder.onTrade(0, 1, 1, 0, 0);
        for (long time : new long[] {Long.MAX_VALUE, LAST_SECOND - 1}) {
            assertThatThrownBy(() -> builder.onTrade(time, 2, 2, 0, 0)).isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("candle must close in the range of long nanoseconds: timeNanos=" + time);
            assertThatThrownBy(() -> builder.onCandle(time, 2, 2, 2, 2, 2, 2, 2, 2, 2)).isInstanceOf(ArithmeticException.class);
        }
        assertThat(closed).isEmpty();
        assertThat(builder.window(1).forming(CandleField.VOLUME)).isEqualTo(1);
        CandleBuilder empty = open(FLAT_SECONDS, DAYS);
        assertThatThrownBy(() -> empty.onTrade(Long.MIN_VALUE, 2, 2, 0, 0)).isInstanceOf(ArithmeticException.class)
            .hasMessageStartingWith("candle must open in the range of long nanoseconds: timeNanos=" + Long.MIN_VALUE);
        assertThat(empty.window(0).hasForming()).isFalse();
    }

    @Test
    void shouldFillAGapOfAMillionCandlesAndNoneLonger() {
        CandleBuilder builder = open(FLAT_SECONDS, CandleSpec.of(Timeframe.minutes(1)).gaps(GapPolicy.FLAT));
        builder.onTrade(0, 5, 1, 0, 0);
        builder.onTrade(1_000_001 * SECOND, 6, 1, 0, 0);
        assertThat(builder.gapsLeftOut()).isZero();
        assertThat(builder.window(0).newestSequence()).isEqualTo(1_000_000);
        assertThat(builder.window(0).openTimeNanos(0)).isEqualTo(1_000_000 * SECOND);
        builder.onTrade(2_000_003 * SECOND, 7, 1, 0, 0);
        assertThat(builder.gapsLeftOut()).as("in seconds, not in minutes").isEqualTo(1);
        assertThat(builder.window(0).newestSequence()).isEqualTo(1_000_001);
        assertThat(builder.window(1).newestSequence()).isEqualTo(2_000_003 / 60 - 1);
        builder.onTrade(2_000_006 * SECOND, 8, 1, 0, 0);
        assertThat(builder.window(0).newestSequence()).as("gaps are filled again").isEqualTo(1_000_004);
    }

    @Test
    void shouldRefuseAPriceOffTheTickAndAQuantityOffTheLot() {
        Instrument coarse = new Instrument(0, "ES", 2, 0, 2, 25, 10);
        CandleBuilder builder = CandleBuilder.open(memory, coarse, CandlePolicy.DEFAULT, window -> { }, SECONDS);
        assertThatThrownBy(() -> builder.onTrade(0, 110, 10, 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("price must be a multiple of the tick size: price=110, tickSize=25, instrument=ES");
        assertThatThrownBy(() -> builder.onTrade(0, 125, 11, 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("quantity must be a multiple of the lot size: quantity=11, lotSize=10, instrument=ES");
        assertThat(builder.window(0).hasForming()).isFalse();
        assertThat(builder.onTrade(0, -125, 10, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
    }

    @Test
    void shouldRefuseQuoteVolumesBeyondALong() {
        CandleBuilder builder = open(SECONDS.layout(CandleLayout.FULL), DAYS.layout(CandleLayout.FULL));
        assertThatThrownBy(() -> builder.onTrade(0, Long.MAX_VALUE, 2, 0, 1)).isInstanceOf(ArithmeticException.class)
            .hasMessage("price × quantity must fit a long at the quote scale: price=9223372036854775807, quantity=2, instrument=BTCUSDT");
        builder.onTrade(0, Long.MAX_VALUE - 9, 1, 0, 1);
        assertThatThrownBy(() -> builder.onTrade(1, 10, 1, 0, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.onTrade(SECOND, -10, 1, 0, 1)).as("without its sign").isInstanceOf(ArithmeticException.class);
        assertThat(builder.window(1).forming(CandleField.VOLUME)).isEqualTo(1);
        assertThat(builder.window(1).forming(CandleField.TRADE_COUNT)).isEqualTo(1);
        assertThat(builder.onTrade(SECOND + 1, 9, 1, 0, 1)).isEqualTo(IngestResult.ACCEPTED);
        Instrument fine = new Instrument(0, "FINE", 2, 5, 10, 1, 1);
        CandleBuilder scaled =
            CandleBuilder.open(memory, fine, CandlePolicy.DEFAULT, window -> { }, SECONDS.layout(CandleLayout.FULL));
        assertThatThrownBy(() -> scaled.onTrade(0, Long.MAX_VALUE / 999, 1, 0, 1)).isInstanceOf(ArithmeticException.class);
        scaled.onTrade(0, 7, 3, 0, 1);
        assertThat(scaled.window(0).forming(CandleField.QUOTE_VOLUME)).isEqualTo(21_000);
    }

    @Test
    void shouldSayInWhichFramesItMakesCandlesOfWeeksAndMonths() {
        CandleBuilder weeks = open(CandleSpec.of(Timeframe.hours(1)), DAYS, CandleSpec.of(Timeframe.weeks(1)));
        long day = 86_400 * SECOND;
        weeks.onTrade(3 * day, 1, 1, 0, 0);
        weeks.onTrade(4 * day, 1, 2, 0, 0);
        weeks.onClock(11 * day);
        assertThat(closed).containsExactly("1h@" + 3 * day, "1d@" + 3 * day, "1w@" + -3 * day, "1h@" + 4 * day, "1d@" + 4 * day,
            "1w@" + 4 * day);
        closed.clear();
        CandleBuilder months = open(DAYS, CandleSpec.of(Timeframe.months(1)).gaps(GapPolicy.FLAT));
        months.onTrade(30 * day, 1, 1, 0, 0);
        months.onTrade(31 * day, 1, 2, 0, 0);
        months.onClock((31 + 28 + 31) * day);
        assertThat(closed).containsExactly("1d@" + 30 * day, "1mo@0", "1d@" + 31 * day, "1mo@" + 31 * day, "1mo@" + 59 * day);
    }
}
