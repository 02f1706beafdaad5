package io.windrow.examples.prove.engines;

/** The time frames of one instrument on the heap: candles close finest first, as in Windrow. */
final class HeapCascade {

    private final HeapCandles[] frames;
    private final SignalListener signals;

    HeapCascade(HeapCandles[] frames, SignalListener signals) {
        this.frames = frames;
        this.signals = signals;
    }

    void onTrade(long timeNanos, long price, long quantity, long dueNanos) {
        HeapCandles finest = frames[0];
        if (finest.isForming()) {
            if (finest.isLate(timeNanos)) {
                return;
            }
            if (finest.isDue(timeNanos)) {
                closeDue(timeNanos, dueNanos);
            }
        }
        finest.merge(timeNanos, price, price, price, price, quantity);
    }

    HeapCandles frame(int frame) {
        return frames[frame];
    }

    private void closeDue(long timeNanos, long dueNanos) {
        for (int i = 0; i < frames.length; i++) {
            HeapCandles candles = frames[i];
            if (!candles.isForming()) {
                continue;
            }
            if (!candles.isDue(timeNanos)) {
                return;
            }
            candles.closeInto(i + 1 < frames.length ? frames[i + 1] : null);
            int side = candles.decide();
            if (side != 0) {
                signals.onSignal(candles.instrument.id(), side, candles.timeframe.stepNanos(), candles.newestOpenTime(),
                    candles.newestClose(), dueNanos);
            }
        }
    }
}
