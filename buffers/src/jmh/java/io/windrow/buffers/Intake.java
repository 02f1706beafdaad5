package io.windrow.buffers;

/** One way to keep the trades of an instrument and its candles of three frames. */
abstract class Intake {

    static final int TRADES = 1000;
    static final int CANDLES = 200;
    static final int PRICE_DECIMALS = 2;
    static final int QUANTITY_DECIMALS = 5;
    static final Timeframe[] FRAMES = {Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)};

    abstract void onTrade(long timeNanos, long price, long quantity, long id, int side);

    /** Open time, open, high, low, close and volume of the newest closed candle. */
    abstract long[] newest(int frame);

    void close() {
    }

    static Intake of(String name) {
        return switch (name) {
            case "windrow" -> new WindrowIntake(CandleLayout.OHLCV);
            case "windrowFull" -> new WindrowIntake(CandleLayout.FULL);
            case "arrays" -> new ArrayIntake();
            case "objects" -> new ObjectIntake();
            case "bigdecimal" -> new BigDecimalIntake();
            case "ta4jDouble" -> new Ta4jIntake(org.ta4j.core.num.DoubleNum::valueOf);
            case "ta4jDecimal" -> new Ta4jIntake(org.ta4j.core.num.DecimalNum::valueOf);
            default -> throw new IllegalArgumentException("unknown intake: name=" + name);
        };
    }
}
