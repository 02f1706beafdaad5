package io.windrow.buffers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.function.Function;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.Num;

/** ta4j's own way: a series for each frame that is capped, and {@code addTrade} on its newest bar. */
final class Ta4jIntake extends Intake {

    private static final double SECOND = 1e9;

    private final ArrayDeque<Trade> trades = new ArrayDeque<>(TRADES + 1);
    private final BarSeries[] series = new BarSeries[FRAMES.length];
    private final Duration[] steps = new Duration[FRAMES.length];
    private final long[] ends = new long[FRAMES.length];
    private final Function<Number, Num> number;

    Ta4jIntake(Function<Number, Num> number) {
        this.number = number;
        for (int i = 0; i < series.length; i++) {
            series[i] = new BaseBarSeriesBuilder().withNumTypeOf(number.apply(0)).withMaxBarCount(CANDLES + 1).build();
            steps[i] = Duration.ofNanos(FRAMES[i].stepNanos());
        }
    }

    @Override
    void onTrade(long timeNanos, long price, long quantity, long id, int side) {
        Trade trade = new Trade(timeNanos, number.apply(Decimals.toDouble(price, PRICE_DECIMALS)),
            number.apply(Decimals.toDouble(quantity, QUANTITY_DECIMALS)), id, side);
        trades.addLast(trade);
        if (trades.size() > TRADES) {
            trades.removeFirst();
        }
        for (int i = 0; i < series.length; i++) {
            if (timeNanos >= ends[i]) {
                ends[i] = FRAMES[i].closeTimeNanos(timeNanos);
                series[i].addBar(steps[i], time(ends[i]));
            }
            series[i].addTrade(trade.quantity, trade.price);
        }
    }

    private static ZonedDateTime time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).atZone(ZoneOffset.UTC);
    }

    @Override
    long[] newest(int frame) {
        Bar bar = series[frame].getBar(series[frame].getEndIndex() - 1);
        long end = (long) (bar.getEndTime().toEpochSecond() * SECOND) + bar.getEndTime().getNano();
        return new long[] {end - FRAMES[frame].stepNanos(), mantissa(bar.getOpenPrice(), PRICE_DECIMALS),
            mantissa(bar.getHighPrice(), PRICE_DECIMALS), mantissa(bar.getLowPrice(), PRICE_DECIMALS),
            mantissa(bar.getClosePrice(), PRICE_DECIMALS), mantissa(bar.getVolume(), QUANTITY_DECIMALS)};
    }

    private static long mantissa(Num value, int decimals) {
        return Math.round(value.doubleValue() * Decimals.power(decimals));
    }

    private record Trade(long time, Num price, Num quantity, long id, int side) {
    }
}
