package io.windrow.examples.prove.engines;

/**
 * The rule of the strategy, for one instrument and time frame: buy when the fast average has crossed above the slow one by more than a
 * twentieth of the average range, unless the market is overbought; sell in the mirror case.
 *
 * <p>Engines compute the averages in binary or in decimal arithmetic, and so to different last digits. The rule has no
 * threshold on which exact values fall: the band is never zero, and the limits of the RSI lie beside the round numbers.
 */
final class Crossing {

    static final int FAST = 9;
    static final int SLOW = 21;
    static final int RANGE = 14;

    private static final double BAND = 0.05;
    private static final double SMALLEST_BAND = 1e-9;
    private static final double OVERBOUGHT = 70.000001;
    private static final double OVERSOLD = 29.999999;

    private int side;

    /** Takes in the values after a candle; 1 to buy, -1 to sell, 0 to do nothing. */
    int update(double fast, double slow, double rsi, double atr) {
        double distance = fast - slow;
        double band = BAND * atr + SMALLEST_BAND * Math.abs(slow);
        int next = distance > band ? 1 : distance < -band ? -1 : side;
        if (next == side) {
            return 0;
        }
        side = next;
        boolean against = next > 0 ? rsi > OVERBOUGHT : rsi < OVERSOLD;
        return against ? 0 : next;
    }
}
