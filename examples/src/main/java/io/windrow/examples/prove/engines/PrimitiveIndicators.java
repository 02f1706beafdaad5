package io.windrow.examples.prove.engines;

import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.indicators.Seed;

/** The indicators of one window, for engines that keep primitives on the heap. */
final class PrimitiveIndicators {

    private final Ema fast = new Ema(Crossing.FAST, Seed.FIRST_VALUE);
    private final Ema slow = new Ema(Crossing.SLOW, Seed.FIRST_VALUE);
    private final Rsi rsi = new Rsi(Crossing.RANGE, Seed.FIRST_VALUE);
    private final Atr atr = new Atr(Crossing.RANGE, Seed.FIRST_VALUE);

    void update(double high, double low, double close) {
        fast.update(close);
        slow.update(close);
        rsi.update(close);
        atr.update(high, low, close);
    }

    int decide(Crossing crossing) {
        return slow.isReady() ? crossing.update(fast.value(), slow.value(), rsi.value(), atr.value()) : 0;
    }
}
