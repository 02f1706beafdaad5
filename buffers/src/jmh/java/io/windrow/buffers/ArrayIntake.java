package io.windrow.buffers;

/** The rival that is hard to beat: rings in primitive arrays on the heap. */
final class ArrayIntake extends Intake {

    private final long[][] trades = new long[TradeLayout.COLUMNS][TRADES];
    private final HeapCandles[] candles = new HeapCandles[FRAMES.length];
    private int slot;

    ArrayIntake() {
        for (int frame = 0; frame < candles.length; frame++) {
            candles[frame] = new HeapCandles(CANDLES, FRAMES[frame].stepNanos());
        }
    }

    @Override
    void onTrade(long timeNanos, long price, long quantity, long id, int side) {
        int at = slot;
        trades[TradeLayout.TIME][at] = timeNanos;
        trades[TradeLayout.PRICE][at] = price;
        trades[TradeLayout.QUANTITY][at] = quantity;
        trades[TradeLayout.ID][at] = id;
        trades[TradeLayout.SIDE][at] = side;
        slot = at + 1 == TRADES ? 0 : at + 1;
        HeapCandles finest = candles[0];
        if (finest.forming) {
            if (timeNanos < finest.openTime) {
                return;
            }
            if (timeNanos - finest.openTime >= finest.stepNanos) {
                cascade(timeNanos);
            }
        }
        finest.merge(timeNanos, price, price, price, price, quantity);
    }

    private void cascade(long timeNanos) {
        for (int i = 0; i < candles.length; i++) {
            HeapCandles closing = candles[i];
            if (closing.forming) {
                if (timeNanos - closing.openTime < closing.stepNanos) {
                    return;
                }
                closing.closeForming();
                if (i + 1 < candles.length) {
                    candles[i + 1].merge(closing.openTime, closing.open, closing.high, closing.low, closing.close, closing.volume);
                }
            }
        }
    }

    @Override
    long[] newest(int frame) {
        HeapCandles window = candles[frame];
        int at = window.slot(0);
        return new long[] {window.openTimes[at], window.opens[at], window.highs[at], window.lows[at], window.closes[at],
            window.volumes[at]};
    }
}
