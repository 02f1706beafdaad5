package io.windrow.buffers.indicators;

import java.util.Random;

/** Random candles with stretches in which nothing moves, nothing is traded, or neither. */
final class StillSeries {

    private static final int LONGEST = 60;

    private StillSeries() {
    }

    static Series random(Random random, int count) {
        Series series = Series.random(random, count);
        int end = 0;
        for (int from = random.nextInt(LONGEST); from < count; from = end + 1 + random.nextInt(LONGEST)) {
            end = Math.min(count, from + random.nextInt(LONGEST));
            int what = random.nextInt(4);
            for (int i = from; i < end; i++) {
                still(series, i, Math.max(0, from - 1), what);
            }
        }
        return series;
    }

    private static void still(Series series, int i, int before, int what) {
        if (what != 1) {
            series.volumes()[i] = what == 3 ? 1 : 0;
        }
        if (what != 0) {
            double price = series.closes()[before];
            series.opens()[i] = price;
            series.closes()[i] = price;
            series.highs()[i] = price + (what == 2 ? 0.25 : 0);
            series.lows()[i] = price;
        }
    }
}
