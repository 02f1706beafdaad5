package io.windrow.buffers.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.WindowCache;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

class WindowBarSeriesTest {

    private static final int CAPACITY = 5;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final CandleSpec MINUTE = CandleSpec.of(Timeframe.minutes(1)).capacity(CAPACITY);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private Object sink;

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldShowEveryValueAndIndexAsAnOwnSeriesDoes() {
        try (BothSeries both = new BothSeries(memory, CAPACITY, DecimalNum.ZERO)) {
            BarSeries series = both.shown();
            for (long[] day : BothSeries.walk(new Random(3), 4 * CAPACITY)) {
                assertSame(series, both.own);
                both.append(day);
            }
            assertSame(series, both.own);
            assertThat(series.getBeginIndex()).isEqualTo(3 * CAPACITY);
        }
    }

    private static void assertSame(BarSeries actual, BaseBarSeries expected) {
        assertThat(actual.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(actual.getBarCount()).isEqualTo(expected.getBarCount());
        assertThat(actual.getBeginIndex()).isEqualTo(expected.getBeginIndex());
        assertThat(actual.getEndIndex()).isEqualTo(expected.getEndIndex());
        assertThat(actual.getRemovedBarsCount()).isEqualTo(expected.getRemovedBarsCount());
        assertThat(actual.getMaximumBarCount()).isEqualTo(expected.getMaximumBarCount());
        assertThat(actual.getSeriesPeriodDescription()).isEqualTo(expected.getSeriesPeriodDescription());
        assertThat(actual.getBarData()).hasSameSizeAs(expected.getBarData());
        for (int position = 0; position < expected.getBarData().size(); position++) {
            assertThat(WindowBar.copy(actual.getBarData().get(position))).isEqualTo(expected.getBarData().get(position));
        }
        for (int i = 0; i <= expected.getEndIndex(); i++) {
            assertThat(WindowBar.copy(actual.getBar(i))).as("bar %s", i).isEqualTo(expected.getBar(i));
            assertThat(actual.getBar(i)).hasToString(expected.getBar(i).toString());
        }
        int beyond = expected.getEndIndex() + 1;
        assertThatThrownBy(() -> expected.getBar(beyond)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> actual.getBar(beyond)).isInstanceOf(IndexOutOfBoundsException.class).hasMessage("no such bar: index="
            + beyond + ", begin=" + expected.getBeginIndex() + ", end=" + expected.getEndIndex() + ", series=shown");
        assertThatThrownBy(() -> actual.getBar(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldCountFromTheOldestCandleKeptWhenItIsMade() {
        CandleWindow window = minutes(7);
        BarSeries series = new WindowBarSeries(window);
        assertThat(series.getName()).isEqualTo("BTCUSDT 1m");
        assertThat(series.num()).isSameAs(DoubleNum.ZERO);
        assertThat(series.getRemovedBarsCount()).isZero();
        assertThat(series.getBar(0).getClosePrice().doubleValue()).isEqualTo(0.02);
        assertThat(series.getEndIndex()).isEqualTo(4);
        append(window, 7);
        assertThat(series.getBeginIndex()).isEqualTo(1);
        assertThat(series.getBar(5).getClosePrice().doubleValue()).isEqualTo(0.07);
    }

    @Test
    void shouldEndABarWhenItsTimeFrameDoes() {
        Bar minute = new WindowBarSeries(minutes(2)).getLastBar();
        assertThat(minute.getBeginTime()).isEqualTo(ZonedDateTime.parse("1970-01-01T00:01:00Z"));
        assertThat(minute.getEndTime()).isEqualTo(ZonedDateTime.parse("1970-01-01T00:02:00Z"));
        assertThat(minute.getTimePeriod()).isEqualTo(Duration.ofMinutes(1));
        CandleWindow months = CandleWindow.open(memory, BothSeries.INSTRUMENT, CandleSpec.of(Timeframe.months(1)).capacity(1));
        months.append(-28 * 1440 * MINUTE_NANOS - 3 * 1440 * MINUTE_NANOS, 1, 1, 1, 1, 1);
        Bar december = new WindowBarSeries(months).getLastBar();
        assertThat(december.getBeginTime()).isEqualTo(ZonedDateTime.parse("1969-12-01T00:00:00Z"));
        assertThat(december.getEndTime()).isEqualTo(ZonedDateTime.parse("1970-01-01T00:00:00Z"));
        assertThat(december.getTimePeriod()).isEqualTo(Duration.ofDays(31));
    }

    @Test
    void shouldEndABarOfAKindWithoutATimeFrameWhereItBegins() {
        CandleWindow window = CandleWindow.open(memory, BothSeries.INSTRUMENT, CandleSpec.of(CandleKind.TICK, 10).capacity(2));
        window.append(1, 1, 1, 1, 1, 1);
        window.append(1, 2, 2, 2, 2, 2);
        BarSeries series = new WindowBarSeries(window);
        Bar bar = series.getLastBar();
        assertThat(bar.getEndTime()).isEqualTo(bar.getBeginTime()).isEqualTo(ZonedDateTime.parse("1970-01-01T00:00:00.000000001Z"));
        assertThat(bar.getTimePeriod()).isEqualTo(Duration.ZERO);
        assertThat(series.getSubSeries(0, 2).getBarCount()).isEqualTo(2);
    }

    @Test
    void shouldHaveNoAmountAndNoTradesWhereTheyAreNotKept() {
        Bar bar = new WindowBarSeries("plain", minutes(1), DecimalNum.ZERO).getBar(0);
        assertThat(bar.getAmount()).isEqualTo(DecimalNum.ZERO);
        assertThat(bar.getTrades()).isZero();
    }

    @Test
    void shouldGiveDecimalsThatNoDoubleIs() {
        long[] mantissas = {10, 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE, -1};
        String[] exact = {"0.10", "90071992547409.93", "92233720368547758.07", "-92233720368547758.08", "-0.01"};
        CandleWindow window = CandleWindow.open(memory, BothSeries.INSTRUMENT, MINUTE);
        for (int i = 0; i < exact.length; i++) {
            window.append(i * MINUTE_NANOS, mantissas[i], mantissas[i], mantissas[i], mantissas[i], 1);
        }
        BarSeries decimals = new WindowBarSeries("decimals", window, DecimalNum.ZERO);
        BarSeries doubles = new WindowBarSeries(window);
        for (int i = 0; i < exact.length; i++) {
            assertThat(decimals.getBar(i).getClosePrice()).hasToString(exact[i]);
            assertThat(doubles.getBar(i).getClosePrice().getDelegate()).isEqualTo(Double.valueOf(exact[i]));
        }
        Num tenth = decimals.getBar(0).getClosePrice();
        assertThat(tenth.plus(tenth).plus(tenth).minus(decimals.numOf(3).dividedBy(decimals.numOf(10))).isZero()).isTrue();
        assertThat(decimals.getBar(0).getVolume()).hasToString("0.001");
    }

    @Test
    void shouldRoundToThePrecisionOfTheNumberGiven() {
        CandleWindow window = CandleWindow.open(memory, BothSeries.INSTRUMENT, MINUTE);
        window.append(0, 123456, 123456, 123456, 123456, 1);
        BarSeries series = new WindowBarSeries("short", window, DecimalNum.valueOf("0", 4));
        assertThat(series.getLastBar().getClosePrice()).hasToString("1235");
    }

    @Test
    void shouldNeverShowAnotherCandleInABarKeptTooLong() {
        CandleWindow window = minutes(CAPACITY);
        BarSeries series = new WindowBarSeries(window);
        Bar kept = series.getBar(0);
        Bar next = series.getBar(1);
        Bar copy = series.getSubSeries(0, 1).getBar(0);
        append(window, CAPACITY);
        String message = "a bar can be used while the window keeps its candle, copy it with getSubSeries: index=0, begin=1,"
            + " series=BTCUSDT 1m";
        assertThatThrownBy(kept::getClosePrice).isInstanceOf(IllegalStateException.class).hasMessage(message);
        assertThatThrownBy(kept::getOpenPrice).hasMessage(message);
        assertThatThrownBy(kept::getVolume).hasMessage(message);
        assertThatThrownBy(kept::getAmount).hasMessage(message);
        assertThatThrownBy(kept::getTrades).hasMessage(message);
        assertThatThrownBy(kept::getEndTime).hasMessage(message);
        assertThatThrownBy(kept::getTimePeriod).hasMessage(message);
        assertThat(next.getClosePrice().doubleValue()).isEqualTo(0.01);
        assertThat(series.getBar(0)).isEqualTo(next).hasSameHashCodeAs(next).isNotEqualTo(kept);
        assertThat(copy.getClosePrice().doubleValue()).isZero();
    }

    @Test
    void shouldNotShowTheCandleThatIsForming() {
        try (CandleBuilder candles = CandleBuilder.open(memory, BothSeries.INSTRUMENT, CandlePolicy.DEFAULT, window -> { }, MINUTE)) {
            BarSeries series = new WindowBarSeries(candles.window(0));
            candles.onTrade(1, 100, 1, 0, Side.BUY.code());
            assertThat(candles.window(0).hasForming()).isTrue();
            assertThat(series.isEmpty()).isTrue();
            candles.onTrade(MINUTE_NANOS, 200, 1, 1, Side.BUY.code());
            assertThat(series.getBarCount()).isOne();
            assertThat(series.getLastBar().getClosePrice().doubleValue()).isEqualTo(1.00);
        }
    }

    @Test
    void shouldCopyBarsThatStay() {
        CandleWindow window = minutes(8);
        BarSeries series = new WindowBarSeries("all", window, DecimalNum.ZERO, 0);
        BarSeries copy = series.getSubSeries(4, 100);
        append(window, 8);
        append(window, 9);
        assertThat(copy.getName()).isEqualTo("all");
        assertThat(copy.getBarCount()).isEqualTo(4);
        assertThat(copy.getBar(0).getClosePrice()).hasToString("0.04");
        assertThat(copy.getLastBar().getClosePrice()).hasToString("0.07");
        assertThat(series.getSubSeries(6, 8).getBarCount()).isEqualTo(2);
        assertThatThrownBy(() -> series.getSubSeries(4, 6)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("no such bar: index=4, begin=5, end=9, series=all");
        assertThatThrownBy(() -> series.getSubSeries(10, 11)).hasMessage("no such bar: index=10, begin=5, end=9, series=all");
        assertThatThrownBy(() -> series.getSubSeries(6, 6)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("start must not be negative and the end after it: start=6, end=6");
        assertThatThrownBy(() -> series.getSubSeries(-1, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new WindowBarSeries(minutes(0)).getSubSeries(0, 1).isEmpty()).isTrue();
    }

    @Test
    void shouldBeReadOnly() {
        BarSeries series = new WindowBarSeries(minutes(1));
        Num one = series.one();
        ZonedDateTime now = ZonedDateTime.now();
        String message = "a window's series is read only, candles come into the window: series=BTCUSDT 1m";
        assertThatThrownBy(() -> series.addBar(series.getBar(0))).isInstanceOf(UnsupportedOperationException.class).hasMessage(message);
        assertThatThrownBy(() -> series.addBar(Duration.ZERO, now)).hasMessage(message);
        assertThatThrownBy(() -> series.addBar(now, 1, 1, 1, 1)).hasMessage(message);
        assertThatThrownBy(() -> series.addBar(Duration.ZERO, now, one, one, one, one, one)).hasMessage(message);
        assertThatThrownBy(() -> series.addBar(Duration.ZERO, now, one, one, one, one, one, one)).hasMessage(message);
        assertThatThrownBy(() -> series.addTrade(1, 1)).hasMessage(message);
        assertThatThrownBy(() -> series.addPrice(1)).hasMessage(message);
        assertThatThrownBy(() -> series.setMaximumBarCount(1)).hasMessage(message);
        assertThatThrownBy(() -> series.getBar(0).addPrice(one)).hasMessage(message);
        assertThatThrownBy(() -> series.getBar(0).addTrade(one, one)).hasMessage(message);
        assertThatThrownBy(() -> series.getBarData().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldRefuseAClosedWindow() {
        CandleWindow window = minutes(1);
        BarSeries series = new WindowBarSeries(window);
        Bar bar = series.getBar(0);
        window.close();
        assertThatThrownBy(series::getEndIndex).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("window is closed");
        assertThatThrownBy(series::getBeginIndex).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(series::getBarCount).hasMessageStartingWith("window is closed");
        assertThatThrownBy(series::getRemovedBarsCount).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> series.getBar(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(bar::getClosePrice).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> new WindowBarSeries(window)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseAnIndexBeyondAnInt() {
        CandleWindow window = minutes(CAPACITY);
        BarSeries last = new WindowBarSeries("last", window, DoubleNum.ZERO, 4L - (Integer.MAX_VALUE - 1));
        assertThat(last.getEndIndex()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(last.getBar(Integer.MAX_VALUE - 1).getClosePrice().doubleValue()).isEqualTo(0.04);
        append(window, CAPACITY);
        String message = "a ta4j index must fit an int, make a new series: newest index=2147483647, series=last";
        assertThatThrownBy(last::getEndIndex).isInstanceOf(IllegalStateException.class).hasMessage(message);
        assertThatThrownBy(last::getBeginIndex).hasMessage(message);
        assertThatThrownBy(() -> last.getBar(7)).hasMessage(message);
        assertThat(new WindowBarSeries(window).getEndIndex()).isEqualTo(4);
    }

    @Test
    void shouldGoOnWithItsIndicesInAWindowThatComesBackToACache() {
        InstrumentRegistry instruments = new InstrumentRegistry(2);
        instruments.register("A", 2, 3);
        instruments.register("B", 2, 3);
        try (WindowCache<CandleWindow> cache = WindowCache.ofCandles(memory, instruments, MINUTE, 1)) {
            CandleWindow window = cache.get(0);
            BarSeries series = new WindowBarSeries(window);
            EMAIndicator ema = new EMAIndicator(new ClosePriceIndicator(series), 3);
            for (int i = 0; i < 3; i++) {
                append(window, i);
            }
            Bar kept = series.getLastBar();
            assertThat(ema.getValue(2).doubleValue()).isEqualTo(0.0125);
            append(cache.get(1), 7);
            assertThatThrownBy(kept::getClosePrice).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            assertThat(cache.get(0)).isSameAs(window);
            assertThat(new int[] {series.getBarCount(), series.getBeginIndex(), series.getEndIndex()}).containsExactly(0, -1, -1);
            append(window, 50);
            append(window, 52);
            assertThat(series.getBeginIndex()).isGreaterThan(2).isEqualTo(series.getRemovedBarsCount());
            assertThat(series.getEndIndex()).isEqualTo(series.getBeginIndex() + 1);
            assertThat(ema.getValue(series.getEndIndex()).doubleValue()).isEqualTo(0.51);
            assertThatThrownBy(kept::getClosePrice).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a bar can be used while the window keeps its candle, copy it with getSubSeries: index=2, begin=");
        }
    }

    @Test
    void shouldNotBeWrittenOut() {
        BarSeries series = new WindowBarSeries(minutes(1));
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(series))
            .isInstanceOf(NotSerializableException.class).hasMessage(CandleWindow.class.getName());
    }

    @Test
    void shouldAllocateABarAndANumberForAValue() {
        CandleWindow window = minutes(CAPACITY);
        BarSeries doubles = new WindowBarSeries(window);
        BarSeries decimals = new WindowBarSeries("decimals", window, DecimalNum.ZERO);
        assertThat(perCall(() -> sink = doubles.getBar(2))).isLessThanOrEqualTo(24);
        assertThat(perCall(() -> sink = doubles.getBar(2).getClosePrice())).isLessThanOrEqualTo(24 + 48);
        assertThat(perCall(() -> sink = decimals.getBar(2).getClosePrice())).isLessThanOrEqualTo(512);
        assertThat(perCall(() -> sink = doubles.getBar(2).getEndTime())).isLessThanOrEqualTo(512);
        Allocations.assertNone(() -> sink = doubles.getEndIndex() + doubles.getBeginIndex() > 0 ? doubles : decimals);
    }

    /** The least of some rounds, as the virtual machine may itself allocate when compiled code is swapped. */
    private static long perCall(Runnable call) {
        int calls = 50_000;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            least = Math.min(least, Allocations.bytes(() -> repeat(call, calls)));
        }
        return least / calls;
    }

    private static void repeat(Runnable call, int calls) {
        for (int i = 0; i < calls; i++) {
            call.run();
        }
    }

    /** Candles whose values are all their number. */
    private CandleWindow minutes(int count) {
        CandleWindow window = CandleWindow.open(memory, BothSeries.INSTRUMENT, MINUTE);
        for (int i = 0; i < count; i++) {
            append(window, i);
        }
        return window;
    }

    private static void append(CandleWindow window, int number) {
        window.append(number * MINUTE_NANOS, number, number, number, number, number);
    }
}
