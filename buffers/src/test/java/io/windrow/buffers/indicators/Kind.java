package io.windrow.buffers.indicators;

/** The indicators, each with its formula over the whole series, so that one test is run for all. */
enum Kind {
    EMA(0) {
        @Override
        Indicator create(int period, Seed seed) {
            return seed == null ? new Ema(period) : new Ema(period, seed);
        }

        @Override
        double[] expected(double[] highs, double[] lows, double[] closes, int period, Seed seed) {
            return WholeSeries.ema(closes, period, seed);
        }
    },
    RSI(1) {
        @Override
        Indicator create(int period, Seed seed) {
            return seed == null ? new Rsi(period) : new Rsi(period, seed);
        }

        @Override
        double[] expected(double[] highs, double[] lows, double[] closes, int period, Seed seed) {
            return WholeSeries.rsi(closes, period, seed);
        }
    },
    ATR(1) {
        @Override
        Indicator create(int period, Seed seed) {
            return seed == null ? new Atr(period) : new Atr(period, seed);
        }

        @Override
        double[] expected(double[] highs, double[] lows, double[] closes, int period, Seed seed) {
            return WholeSeries.atr(highs, lows, closes, period, seed);
        }
    };

    /** Candles that {@link Seed#MEAN} needs above the period. */
    final int moreForMean;

    Kind(int moreForMean) {
        this.moreForMean = moreForMean;
    }

    /** Without a seed it is the default one. */
    abstract Indicator create(int period, Seed seed);

    abstract double[] expected(double[] highs, double[] lows, double[] closes, int period, Seed seed);
}
