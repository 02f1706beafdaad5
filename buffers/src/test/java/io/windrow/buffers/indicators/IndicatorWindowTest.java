package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sets on a window. */
class IndicatorWindowTest {

    private static final Instrument BTC = new Instrument(0, "BTC", 2, 0);
    private static final IndicatorSpec[] ALL = BuiltIn.all();
    private static final long MINUTE = 60_000_000_000L;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(64 << 20);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private CandleWindow window(int capacity) {
        return CandleWindow.open(memory, BTC, CandleSpec.of(Timeframe.parse("1m")).capacity(capacity));
    }

    private static void append(CandleWindow window, Series series, int i) {
        window.append(series.times()[i], cents(series.opens()[i]), cents(series.highs()[i]), cents(series.lows()[i]),
            cents(series.closes()[i]), (long) series.volumes()[i]);
    }

    private static long cents(double price) {
        return Math.round(price * 100);
    }

    @Test
    void shouldFillAsIfItHadTakenInEveryKeptCandleAsItClosed() {
        Seeds.forEach(10, random -> {
            int capacity = Outputs.enough(ALL, random);
            Series series = Series.random(random, capacity + random.nextInt(2 * capacity));
            int before = random.nextInt(series.size() + 1);
            int oldest = Math.max(0, before - capacity);
            CandleWindow window = window(capacity);
            try (IndicatorSet fed = IndicatorSet.open(memory, ALL)) {
                for (int i = 0; i < before; i++) {
                    append(window, series, i);
                }
                Outputs.feed(fed, series, oldest, before);
                IndicatorSet filled = IndicatorSet.openAndFill(memory, window, ALL);
                Outputs.assertSame(filled, fed, "filled");
                for (int i = before; i < series.size(); i++) {
                    append(window, series, i);
                    filled.update();
                    filled.update();
                    Outputs.feed(fed, series, i, i + 1);
                    Outputs.assertSame(filled, fed, i);
                }
                assertThat(filled.get(0).samples()).isEqualTo(series.size() - oldest);
                filled.close();
            }
            window.close();
        });
    }

    @Test
    void shouldBeginWithTheNextCandleWhereItIsNotFilled() {
        CandleWindow window = window(9);
        Series series = Series.random(new Random(3), 8);
        append(window, series, 0);
        try (IndicatorSet set = IndicatorSet.open(memory, window, Sma.of(1))) {
            set.update();
            assertThat(set.get(0).samples()).isZero();
            append(window, series, 1);
            append(window, series, 2);
            set.update();
            assertThat(set.get(0).samples()).isEqualTo(2);
            set.reset();
            set.update();
            assertThat(set.get(0).samples()).as("a reset forgets").isZero();
        }
    }

    @Test
    void shouldRefuseToSkipCandlesThatWereEvicted() {
        CandleWindow window = window(3);
        Series series = Series.random(new Random(3), 8);
        try (IndicatorSet set = IndicatorSet.openAndFill(memory, window, Sma.of(2))) {
            for (int i = 0; i < 4; i++) {
                append(window, series, i);
            }
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(set::update).isInstanceOf(IllegalStateException.class)
                    .hasMessage("candles must be taken in before they are evicted: next=0, oldest kept=1, instrument=BTC");
                assertThat(set.get(0).samples()).isZero();
            }
            set.fill();
            assertThat(set.get(0).samples()).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseAPeriodBeyondTheWindow() {
        CandleWindow window = window(9);
        for (String text : new String[] {"sma:10", "rsi:10:first", "sma:3(ema:10)", "atr:10"}) {
            assertThatThrownBy(() -> IndicatorSet.open(memory, window, Sma.of(9), IndicatorSpec.parse(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be at most the window's capacity: indicator=" + text + ", period=10, capacity=9");
        }
        assertThat(memory.usedBytes("indicators")).isZero();
        for (IndicatorSpec spec : ALL) {
            if (spec.longestPeriod() > 1) {
                CandleWindow narrow = window(spec.longestPeriod() - 1);
                assertThatThrownBy(() -> IndicatorSet.openAndFill(memory, narrow, spec)).isInstanceOf(IllegalArgumentException.class);
                narrow.close();
            }
            CandleWindow wide = window(spec.longestPeriod());
            IndicatorSet.openAndFill(memory, wide, spec).close();
            wide.close();
        }
    }

    /** Every peek at the forming candle is what a set gives that really takes it in as it is then. */
    @Test
    void shouldPeekAtTheFormingCandle() {
        Seeds.forEach(5, random -> {
            CandleWindow window = window(200);
            CandleInput candle = new CandleInput();
            try (CandleBuilder builder = CandleBuilder.over(memory, CandlePolicy.DEFAULT, closed -> { }, window);
                IndicatorSet set = IndicatorSet.open(memory, window, ALL)) {
                long price = 10_000;
                for (int trade = 0; trade < 400; trade++) {
                    price += random.nextInt(201) - 100;
                    builder.onTrade(trade * MINUTE / 4 + random.nextInt(1000), price, 1 + random.nextInt(50), trade, 0);
                    set.update();
                    IndicatorSet copy = set.copy(memory);
                    double[][] peeked = Outputs.peeked(set, candle.setForming(window));
                    assertThat(set.get(0).peek()).isEqualTo(peeked[0][0]);
                    assertThat(set.get(0).peek(0)).isEqualTo(peeked[0][0]);
                    Outputs.assertSame(set, copy, "peeked");
                    if (trade % 4 == 3) {
                        builder.onClock((trade / 4 + 1) * MINUTE);
                        set.update();
                        Outputs.assertSame(set, peeked, trade);
                    }
                    copy.close();
                }
                assertThat(set.get(0).samples()).isEqualTo(100);
                assertThatThrownBy(() -> set.get(0).peek()).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("no candle is forming");
            }
            window.close();
        });
    }

    @Test
    void shouldGoOnWithTheFirstCandleThatOpenedAfterTheLastItHadTakenIn() {
        CandleWindow window = window(10);
        CandleWindow reopened = window(6);
        Series series = Series.random(new Random(5), 20);
        try (IndicatorSet set = IndicatorSet.openAndFill(memory, window, ALL[1], Rsi.of(3));
            IndicatorSet read = IndicatorSet.openAndFill(memory, reopened, ALL[1], Rsi.of(3))) {
            ByteBuffer nothing = ByteBuffer.allocate(set.stateBytes());
            set.writeTo(nothing);
            for (int i = 0; i < 12; i++) {
                append(window, series, i);
                append(reopened, series, i);
                set.update();
            }
            ByteBuffer twelve = ByteBuffer.allocate(set.stateBytes());
            set.writeTo(twelve);
            append(window, series, 12);
            append(reopened, series, 12);
            append(reopened, series, 13);
            read.readFrom(twelve.flip());
            assertThat(read.get(0).samples()).isEqualTo(12);
            append(window, series, 13);
            set.update();
            read.update();
            Outputs.assertSame(read, set, "gone on");
            assertThat(read.get(0).samples()).isEqualTo(14);
            IndicatorSet copy = read.copy(memory);
            append(reopened, series, 14);
            append(window, series, 14);
            copy.update();
            set.update();
            Outputs.assertSame(copy, set, "copied, and gone on");
            read.readFrom(nothing.flip());
            read.update();
            assertThat(read.get(0).samples()).as("all that is kept").isEqualTo(6);
            read.readFrom(twelve.rewind());
            for (int i = 15; i < 20; i++) {
                append(reopened, series, i);
            }
            assertThatThrownBy(read::update).as("12 and 13 were lost since").isInstanceOf(IllegalStateException.class);
            read.readFrom(twelve.rewind());
            read.update();
            assertThat(read.get(0).samples()).as("14 to 19 follow on 11").isEqualTo(18);
            copy.close();
        }
    }

    @Test
    void shouldKeepItsValuesWhereTheWindowIsClosed() {
        CandleWindow window = window(10);
        append(window, Series.random(new Random(5), 1), 0);
        try (IndicatorSet set = IndicatorSet.openAndFill(memory, window, Sma.of(1)); IndicatorSet other = IndicatorSet.open(memory, ALL)) {
            double value = set.get(0).value();
            window.close();
            String message = "the window of the indicators is closed: instrument=BTC, candles=" + window.spec();
            ByteBuffer written = ByteBuffer.allocate(set.stateBytes());
            set.writeTo(written);
            for (Runnable use : new Runnable[] {set::update, set::fill, set.get(0)::peek, () -> set.readFrom(written.flip()),
                () -> IndicatorSet.open(memory, window, ALL), () -> IndicatorSet.openAndFill(memory, window, ALL)}) {
                assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class).hasMessage(message);
            }
            assertThat(set.get(0).value()).isEqualTo(value).isFinite();
            assertThat(set.get(0).samples()).isEqualTo(1);
            Outputs.feed(other, Series.random(new Random(5), 9), 0, 9);
            assertThat(other.get(0).samples()).isEqualTo(9);
            set.copy(memory).close();
            set.reset();
            assertThat(set.get(0).value()).isNaN();
        }
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldAllocateNothing() {
        CandleWindow window = window(200);
        long[] next = new long[1];
        try (IndicatorSet set = IndicatorSet.open(memory, window, ALL)) {
            Allocations.assertNone(() -> {
                long price = 10_000 + (next[0] * next[0]) % 700;
                window.append(next[0]++ * MINUTE, price, price + 5, price - 3, price + 1, 17);
                set.update();
            });
        }
    }
}
