package io.windrow.buffers.indicators;

import io.windrow.buffers.testing.SharedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Candles as columns, in the order of time: what oracles take in. */
record Series(long[] times, double[] opens, double[] highs, double[] lows, double[] closes, double[] volumes) {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private Series(int count) {
        this(new long[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
    }

    /** A random walk of minutes in cents from 100.00, with gaps between candles; some stand still, and it never falls below 10. */
    static Series random(Random random, int count) {
        Series series = new Series(count);
        double close = 100;
        for (int i = 0; i < count; i++) {
            double open = cents(close + (random.nextInt(5) == 0 ? random.nextGaussian() : 0));
            close = cents(Math.max(10, open + (random.nextInt(8) == 0 ? 0 : random.nextGaussian())));
            double high = cents(Math.max(open, close) + Math.abs(random.nextGaussian()) * random.nextInt(2));
            double low = cents(Math.min(open, close) - Math.abs(random.nextGaussian()) * random.nextInt(2));
            series.set(i, i * MINUTE_NANOS, open, high, low, close, 1 + random.nextInt(1_000_000));
        }
        return series;
    }

    /** Minutes without a range. */
    static Series ofCloses(double... closes) {
        Series series = new Series(closes.length);
        for (int i = 0; i < closes.length; i++) {
            series.set(i, i * MINUTE_NANOS, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return series;
    }

    /** 502 recorded days. */
    static Series recorded() {
        List<String> lines = SharedData.lines("indicators/default.csv");
        Series series = new Series(lines.size() - 1);
        for (int i = 0; i < series.size(); i++) {
            String[] fields = lines.get(i + 1).split(",");
            series.set(i, LocalDate.parse(fields[0]).toEpochDay() * DAY_NANOS, Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]), Double.parseDouble(fields[3]), Double.parseDouble(fields[4]), Double.parseDouble(fields[5]));
        }
        return series;
    }

    int size() {
        return closes.length;
    }

    CandleInput into(CandleInput candle, int i) {
        return candle.set(times[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
    }

    private void set(int i, long time, double open, double high, double low, double close, double volume) {
        times[i] = time;
        opens[i] = open;
        highs[i] = Math.max(high, Math.max(open, close));
        lows[i] = Math.min(low, Math.min(open, close));
        closes[i] = close;
        volumes[i] = volume;
    }

    private static double cents(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
