package io.windrow.buffers;

import java.math.BigDecimal;
import java.util.ArrayDeque;

/** Exact decimals as many engines keep them: a BigDecimal for each price and quantity. */
final class BigDecimalIntake extends Intake {

    private final ArrayDeque<Trade> trades = new ArrayDeque<>(TRADES + 1);
    private final Frame[] frames = new Frame[FRAMES.length];

    BigDecimalIntake() {
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new Frame(FRAMES[i].stepNanos());
        }
    }

    @Override
    void onTrade(long timeNanos, long price, long quantity, long id, int side) {
        Trade trade = new Trade(timeNanos, BigDecimal.valueOf(price, PRICE_DECIMALS), BigDecimal.valueOf(quantity, QUANTITY_DECIMALS),
            id, side);
        trades.addLast(trade);
        if (trades.size() > TRADES) {
            trades.removeFirst();
        }
        for (Frame frame : frames) {
            frame.add(trade);
        }
    }

    @Override
    long[] newest(int frame) {
        Candle candle = frames[frame].candles.getLast();
        return new long[] {candle.openTime, mantissa(candle.open, PRICE_DECIMALS), mantissa(candle.high, PRICE_DECIMALS),
            mantissa(candle.low, PRICE_DECIMALS), mantissa(candle.close, PRICE_DECIMALS), mantissa(candle.volume, QUANTITY_DECIMALS)};
    }

    private static long mantissa(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).longValueExact();
    }

    private record Trade(long time, BigDecimal price, BigDecimal quantity, long id, int side) {
    }

    private record Candle(long openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
    }

    private static final class Frame {
        private final long step;
        private final ArrayDeque<Candle> candles = new ArrayDeque<>(CANDLES + 1);
        private Candle forming;

        Frame(long step) {
            this.step = step;
        }

        void add(Trade trade) {
            BigDecimal price = trade.price;
            if (forming != null && trade.time - forming.openTime >= step) {
                candles.addLast(forming);
                if (candles.size() > CANDLES) {
                    candles.removeFirst();
                }
                forming = null;
            }
            forming = forming == null
                ? new Candle(trade.time - Math.floorMod(trade.time, step), price, price, price, price, trade.quantity)
                : new Candle(forming.openTime, forming.open, forming.high.max(price), forming.low.min(price), price,
                    forming.volume.add(trade.quantity));
        }
    }
}
