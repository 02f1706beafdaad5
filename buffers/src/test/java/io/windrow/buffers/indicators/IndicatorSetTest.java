package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.AfterClose;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorSetTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final CandleInput candle = new CandleInput();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldTakeWhatThePlanSays() {
        MemoryPlan.Builder plan = MemoryPlan.builder();
        IndicatorSet.plan(plan, 3, BuiltIn.all());
        IndicatorSet.plan(plan, 1, Sma.of(20));
        for (int i = 0; i < 3; i++) {
            IndicatorSet.open(memory, BuiltIn.all());
        }
        IndicatorSet.open(memory, Sma.of(20));
        assertThat(plan.build().bytes("indicators")).isEqualTo(memory.usedBytes("indicators")).isEqualTo(memory.usedBytes());
        assertThat(IndicatorSet.setBytes(Sma.of(20))).as("a header, the state and room to peek in").isEqualTo(64 + 2 * 8 * (1 + 2 + 20));
    }

    @Test
    void shouldTakeNothingWhereItCannotBeOpened() {
        assertThatThrownBy(() -> IndicatorSet.open(memory)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a set must have indicators: indicators=0");
        assertThatThrownBy(() -> IndicatorSet.open(memory, Ema.of(3), Sma.of(3), IndicatorSpec.parse("ema:3")))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("the indicators of a set must differ: indicator=ema:3");
        assertThatThrownBy(() -> IndicatorSet.open(memory, Sma.of(70_000))).isInstanceOf(MemoryBudgetExceededException.class);
        assertThatThrownBy(() -> IndicatorSet.setBytes(Sma.of(70_000_000))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a set must take at most 1073741824 bytes: bytes=" + (64 + 16 * 70_000_003L));
        assertThat(memory.usedBytes()).isZero();
    }

    /** What a formula of somebody else's leaves where it throws. */
    @Test
    void shouldGiveItsBytesBackWhereTheFillThrows() {
        try (CandleWindow window = CandleWindow.open(memory, new Instrument(0, "BTC", 2, 0), CandleSpec.of(Timeframe.parse("1m")))) {
            window.append(1, 1, 1, 1, 1, 1);
            assertThatThrownBy(() -> IndicatorSet.openAndFill(memory, window, new Failing(1))).hasMessage("sample 0");
            assertThat(memory.usedBytes("indicators")).isZero();
        }
    }

    @Test
    void shouldHaveNoValueOfACandleAtWhichAFormulaThrewButThoseOfTheOthers() {
        try (IndicatorSet set = IndicatorSet.open(memory, new Failing(3), Sma.of(1))) {
            for (int i = 1; i <= 2; i++) {
                set.update(candle.set(i, i, i, i, i, 1));
                assertThat(set.get(0).value()).isEqualTo(i);
            }
            assertThatThrownBy(() -> set.update(candle.set(3, 3, 3, 3, 3, 1))).hasMessage("sample 2");
            assertThat(set.get(0).value()).isNaN();
            assertThat(set.get(1).value()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseWhatIsNoNumberAndChangeNothing(double bad) {
        double[] good = {1, 2, 0.5, 1.5, 9};
        String[] names = {"open", "high", "low", "close", "volume"};
        candle.set(77, 1, 2, 0.5, 1.5, 9);
        try (IndicatorSet set = IndicatorSet.open(memory, BuiltIn.all())) {
            Outputs.feed(set, Series.random(new Random(1), 40), 0, 40);
            double[][] before = Outputs.of(set);
            for (int i = 0; i < good.length; i++) {
                double[] v = good.clone();
                v[i] = bad;
                assertThatThrownBy(() -> set.update(candle.set(78, v[0], v[1], v[2], v[3], v[4])))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("candle values must be finite: " + names[i] + "=" + bad);
                assertThat(new double[] {candle.open(), candle.high(), candle.low(), candle.close(), candle.volume()}).isEqualTo(good);
                assertThat(candle.openTimeNanos()).isEqualTo(77);
            }
            Outputs.assertSame(set, before, "refused");
            assertThat(set.get(0).samples()).isEqualTo(40);
        }
    }

    @Test
    void shouldRefuseAnOutputOrAnIndicatorThatItHasNot() {
        try (IndicatorSet set = IndicatorSet.open(memory, Sma.of(3))) {
            Indicator sma = set.get(Sma.of(3));
            assertThat(sma).isSameAs(set.get(0)).hasToString("sma:3");
            for (int output : new int[] {-1, 1}) {
                String message = "output must be 0 to 0: output=" + output + ", indicator=sma:3";
                assertThatThrownBy(() -> sma.value(output)).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(message);
                assertThatThrownBy(() -> sma.peek(candle, output)).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(message);
            }
            assertThatThrownBy(() -> set.get(Sma.of(4))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the set does not hold this indicator: indicator=sma:4");
            for (Runnable use : new Runnable[] {set::update, set::fill, sma::peek}) {
                assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                    .hasMessage("the set must have been opened on a window");
            }
        }
    }

    @Test
    void shouldRefuseACandleFromElsewhereWhereItHasAWindow() {
        try (CandleWindow window = CandleWindow.open(memory, new Instrument(0, "BTC", 2, 0), CandleSpec.of(Timeframe.parse("1m")));
            IndicatorSet set = IndicatorSet.open(memory, window, Sma.of(3))) {
            assertThatThrownBy(() -> set.update(candle)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the set takes in the candles of its window: instrument=BTC");
        }
    }

    @Test
    void shouldSayWhatIsClosed() throws IllegalAccessException {
        IndicatorSet set = IndicatorSet.open(memory, Sma.of(3), Rsi.of(14));
        IndicatorSet other = IndicatorSet.open(memory, Sma.of(3));
        Indicator rsi = set.get(1);
        set.close();
        set.close();
        assertThat(set.isClosed()).isTrue();
        assertThat(set.size()).isEqualTo(2);
        for (Runnable use : new Runnable[] {set::update, () -> set.update(candle), set::fill, set::reset, () -> set.copy(memory),
            () -> set.writeTo(ByteBuffer.allocate(9999)), () -> set.readFrom(ByteBuffer.allocate(9999)), rsi::peek,
            () -> rsi.peek(candle, 0)}) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                .hasMessage("indicators are closed: indicators=sma:3,rsi:14");
        }
        for (Runnable use : new Runnable[] {rsi::value, () -> rsi.value(0), rsi::samples, rsi::isReady}) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class).hasMessage("indicators are closed: indicator=rsi:14");
        }
        assertThat(AfterClose.assertEveryMethodThrows(rsi, Set.of("spec", "warmUpPeriod", "toString"), Map.of(CandleInput.class, candle)))
            .isEqualTo(7);
        other.update(candle);
        assertThat(other.get(0).samples()).isEqualTo(1);
        memory.close();
        assertThatThrownBy(other.get(0)::value).hasMessage("indicators are closed: indicator=sma:3");
    }
}
