package io.windrow.buffers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * The six as ta4j has them, asked for one candle after the other: as a bar is added to a series that keeps 200, or of bars that lie ready
 * in an uncapped series, with the indicators made anew every 20,000 candles.
 */
final class Ta4jSix {

    static final int COUNT = 6;
    static final int CANDLES = 20_000;

    private static final int KEPT = 200;
    private static final int AVERAGE = 20;
    private static final int RANGE = 14;
    private static final int FAST = 12;
    private static final int SLOW = 26;
    /** By then the start, which is another in ta4j, has faded. */
    private static final int FADED = 2_000;
    private static final double TOLERANCE = 1e-9;

    private final BarSeries series;
    private final boolean isReady;
    private final double[] values = new double[COUNT];
    private List<Indicator<Num>> indicators;
    private long next;

    private Ta4jSix(BarSeries series, boolean isReady) {
        this.series = series;
        this.isReady = isReady;
        for (int i = 0; isReady && i < CANDLES; i++) {
            add(i);
        }
        begin();
    }

    static Ta4jSix live(Function<Number, Num> number) {
        return new Ta4jSix(new BaseBarSeriesBuilder().withNumTypeOf(number.apply(0)).withMaxBarCount(KEPT).build(), false);
    }

    static Ta4jSix ready(Function<Number, Num> number) {
        return new Ta4jSix(new BaseBarSeriesBuilder().withNumTypeOf(number.apply(0)).build(), true);
    }

    /** The values after the next candle. */
    double[] candle() {
        if (!isReady) {
            add(next);
        } else if (next == CANDLES) {
            begin();
        }
        int index = isReady ? (int) next : series.getEndIndex();
        for (int i = 0; i < COUNT; i++) {
            values[i] = indicators.get(i).getValue(index).doubleValue();
        }
        next++;
        return values;
    }

    private void add(long number) {
        series.addBar(Duration.ofMinutes(1), Instant.ofEpochSecond(60L * number + 60).atZone(ZoneOffset.UTC),
            price(WalkOfCandles.open(number)), price(WalkOfCandles.high(number)), price(WalkOfCandles.low(number)),
            price(WalkOfCandles.close(number)), 1);
    }

    /** Fails where others differ from ta4j's once the start has faded. */
    static void verify(double[] actual, Supplier<double[]> others) {
        Ta4jSix expected = ready(DoubleNum::valueOf);
        for (int candle = 0; candle < CANDLES; candle++) {
            expected.candle();
            others.get();
            for (int i = 0; i < COUNT && candle >= FADED; i++) {
                if (!(Math.abs(actual[i] - expected.values[i]) <= TOLERANCE * (1 + Math.abs(expected.values[i])))) {
                    throw new IllegalStateException("values must be ta4j's: candle=" + candle + ", indicator=" + i + ", value=" + actual[i]
                        + ", ta4j=" + expected.values[i]);
                }
            }
        }
    }

    private void begin() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator average = new SMAIndicator(close, AVERAGE);
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, AVERAGE);
        indicators = new ArrayList<>(List.of(average, new EMAIndicator(close, AVERAGE), new RSIIndicator(close, RANGE),
            new ATRIndicator(series, RANGE), new BollingerBandsUpperIndicator(new BollingerBandsMiddleIndicator(average), deviation),
            new MACDIndicator(close, FAST, SLOW)));
        next = 0;
    }

    private static double price(long mantissa) {
        return Decimals.toDouble(mantissa, WalkOfCandles.DECIMALS);
    }
}
