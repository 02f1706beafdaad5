package io.windrow.buffers.talib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.FuncUnstId;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaLibWindowTest {

    private static final int CAPACITY = 200;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final CandleWindow window = CandleWindow.open(memory, new Instrument(1, "BTCUSDT", 2, 3),
        CandleSpec.of(Timeframe.minutes(1)).capacity(CAPACITY));
    private final TaLibWindow candles = new TaLibWindow(CAPACITY);
    private final Random random = new Random(7);
    private long price = 100_00;
    private int appended;

    static List<BatchFunction> functions() {
        return BatchFunction.all();
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldLoadTheKeptCandlesOldestFirst() {
        append(CAPACITY + 3);
        candles.load(window);
        assertThat(candles.size()).isEqualTo(CAPACITY);
        assertThat(candles.end()).isEqualTo(CAPACITY - 1);
        for (int ago = 0; ago < CAPACITY; ago++) {
            int i = candles.end() - ago;
            assertThat(candles.opens()[i]).isEqualTo(window.openAsDouble(ago));
            assertThat(candles.highs()[i]).isEqualTo(window.highAsDouble(ago));
            assertThat(candles.lows()[i]).isEqualTo(window.lowAsDouble(ago));
            assertThat(candles.closes()[i]).isEqualTo(window.closeAsDouble(ago));
            assertThat(candles.volumes()[i]).isEqualTo(window.volumeAsDouble(ago));
        }
    }

    @Test
    void shouldKnowAllFunctionsOfTaLib() {
        assertThat(functions()).hasSize(160).extracting(BatchFunction::name).contains("sma", "macd", "TA_INT_EMA", "minMaxIndex");
        assertThat(functions()).filteredOn(function -> function.name().startsWith("cdl")).hasSize(61);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void shouldRunEveryFunctionAndGiveWhatItGivesOnArrays(BatchFunction function) {
        append(CAPACITY);
        candles.load(window);
        TaLibFunction prepared = function.prepare(candles).run();
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        Object[] expected = new Object[function.outputs()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Array.newInstance(function.integers() ? int.class : double.class, CAPACITY);
        }
        assertThat(function.run(new Core(), CAPACITY - 1, ownColumns(), begin, count, i -> expected[i])).isEqualTo(RetCode.Success);
        assertThat(prepared.outputs()).isEqualTo(expected.length);
        assertThat(count.value).isPositive();
        for (int output = 0; output < expected.length; output++) {
            double[] values = new double[CAPACITY];
            double[] byAgo = new double[CAPACITY];
            double[] copied = new double[CAPACITY + 1];
            prepared.copy(output, copied, 1);
            for (int i = 0; i < CAPACITY; i++) {
                values[i] = i < begin.value ? Double.NaN : Array.getDouble(expected[output], i - begin.value);
                byAgo[i] = prepared.value(output, CAPACITY - 1 - i);
            }
            assertThat(byAgo).as("output %s", output).containsExactly(values);
            assertThat(Arrays.copyOfRange(copied, 1, copied.length)).containsExactly(values);
        }
    }

    @Test
    void shouldFollowAWindowThatFillsAndMovesOn() {
        TaLibFunction sma = sma(5);
        for (int n = 1; n <= 2 * CAPACITY; n++) {
            append(1);
            candles.load(window);
            sma.run();
            if (n < 5) {
                assertThat(sma.value(0, 0)).isNaN();
            } else {
                assertThat(sma.value(0, 0)).isCloseTo(window.mean(CandleField.CLOSE, 5), offset(1e-9));
            }
            assertThat(sma.value(0, Math.min(n, CAPACITY) - 1)).isNaN();
        }
    }

    @Test
    void shouldGiveIndicesFromTheOldestCandle() {
        append(50);
        TaLibFunction highest = candles.load(window).integers("maxIndex", 1,
            (core, in, out) -> core.maxIndex(0, in.end(), in.closes(), 50, out.begin(), out.count(), out.integers(0)));
        int oldestFirst = (int) highest.run().value(0, 0);
        assertThat(window.closeAsDouble(49 - oldestFirst)).isEqualTo(window.maximum(CandleField.CLOSE, 50) / 100.0);
    }

    @Test
    void shouldRunOnTheSettingsOfItsCore() {
        append(CAPACITY);
        TaLibFunction ema = candles.load(window).function("ema", 1,
            (core, in, out) -> core.ema(0, in.end(), in.closes(), 10, out.begin(), out.count(), out.reals(0)));
        assertThat(ema.run().begin().value).isEqualTo(9);
        candles.core().SetUnstablePeriod(FuncUnstId.Ema, 30);
        assertThat(ema.run().begin().value).isEqualTo(39);
        assertThat(ema.value(0, CAPACITY - 39)).isNaN();
        assertThat(ema.value(0, CAPACITY - 40)).isNotNaN();
    }

    @Test
    void shouldHaveNoValuesOfAWindowWithoutCandlesOrWithTooFew() {
        TaLibFunction sma = sma(5);
        assertThatThrownBy(() -> sma.value(0, 0)).hasMessage("candle must be one of the last run: ago=0, candles=0, function=sma");
        candles.load(window);
        assertThatThrownBy(() -> sma.run().value(0, 0)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("candle must be one of the last run: ago=0, candles=0, function=sma");
        append(4);
        candles.load(window);
        for (int ago = 0; ago < 4; ago++) {
            assertThat(sma.run().value(0, ago)).isNaN();
        }
        assertThatThrownBy(() -> sma.value(0, 4)).hasMessage("candle must be one of the last run: ago=4, candles=4, function=sma");
        assertThatThrownBy(() -> sma.value(0, -1)).hasMessage("candle must be one of the last run: ago=-1, candles=4, function=sma");
        assertThatThrownBy(() -> sma.value(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> sma.copy(0, new double[4], 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldForgetTheLastRunWhenOneFails() {
        append(20);
        candles.load(window);
        int[] period = {5};
        TaLibFunction sma = candles.function("sma", 1,
            (core, in, out) -> core.sma(0, in.end(), in.closes(), period[0], out.begin(), out.count(), out.reals(0)));
        assertThat(sma.run().value(0, 0)).isNotNaN();
        period[0] = 1;
        assertThatThrownBy(sma::run).isInstanceOf(IllegalStateException.class)
            .hasMessage("TA-Lib must succeed: function=sma, code=BadParam, candles=20");
        assertThatThrownBy(() -> sma.value(0, 0)).hasMessage("candle must be one of the last run: ago=0, candles=0, function=sma");
    }

    @Test
    void shouldRefuseWhatHasNoRoomAndWhatIsClosed() {
        assertThatThrownBy(() -> new TaLibWindow(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("capacity must be positive: capacity=0");
        assertThatThrownBy(() -> candles.function("none", 0, (core, in, out) -> RetCode.Success))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("a function must have an output: outputs=0");
        assertThatThrownBy(() -> new TaLibWindow(CAPACITY - 1).load(window)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there must be room for all candles of the window: capacity=199, window=200");
        append(3);
        candles.load(window);
        window.close();
        assertThatThrownBy(() -> candles.load(window)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("window is closed");
        assertThat(candles.size()).isEqualTo(3);
    }

    @Test
    void shouldAllocateNothingToLoadAndRun() {
        append(CAPACITY);
        TaLibFunction sma = sma(20);
        TaLibFunction doji = candles.integers("cdlDoji", 1, (core, in, out) ->
            core.cdlDoji(0, in.end(), in.opens(), in.highs(), in.lows(), in.closes(), out.begin(), out.count(), out.integers(0)));
        double[] copy = new double[CAPACITY];
        Allocations.assertNone(() -> {
            candles.load(window);
            sma.run().copy(0, copy, 0);
            doji.run().value(0, 0);
        });
    }

    private TaLibFunction sma(int period) {
        return candles.function("sma", 1,
            (core, in, out) -> core.sma(0, in.end(), in.closes(), period, out.begin(), out.count(), out.reals(0)));
    }

    private double[][] ownColumns() {
        double[][] columns = new double[5][CAPACITY];
        for (int i = 0; i < CAPACITY; i++) {
            int ago = CAPACITY - 1 - i;
            columns[0][i] = window.openAsDouble(ago);
            columns[1][i] = window.highAsDouble(ago);
            columns[2][i] = window.lowAsDouble(ago);
            columns[3][i] = window.closeAsDouble(ago);
            columns[4][i] = window.volumeAsDouble(ago);
        }
        return columns;
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            long open = price;
            price = Math.max(1000, price + random.nextInt(301) - 150);
            long high = Math.max(open, price) + random.nextInt(50);
            long low = Math.min(open, price) - random.nextInt(50);
            window.append(appended++ * MINUTE_NANOS, open, high, low, price, random.nextInt(1_000_000));
        }
    }
}
