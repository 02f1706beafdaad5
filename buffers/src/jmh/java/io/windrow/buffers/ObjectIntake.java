package io.windrow.buffers;

import java.util.ArrayDeque;

/** Plain objects with primitive fields, in deques that are trimmed from the front. */
final class ObjectIntake extends Intake {

    private final ArrayDeque<Trade> trades = new ArrayDeque<>(TRADES + 1);
    private final Frame[] frames = new Frame[FRAMES.length];

    ObjectIntake() {
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new Frame(FRAMES[i].stepNanos());
        }
    }

    @Override
    void onTrade(long timeNanos, long price, long quantity, long id, int side) {
        Trade trade = new Trade(timeNanos, price, quantity, id, side);
        trades.addLast(trade);
        if (trades.size() > TRADES) {
            trades.removeFirst();
        }
        Frame finest = frames[0];
        if (finest.forming != null) {
            if (timeNanos < finest.forming.openTime) {
                return;
            }
            for (int i = 0; i < frames.length && frames[i].isDue(timeNanos); i++) {
                Candle closed = frames[i].close();
                if (i + 1 < frames.length) {
                    frames[i + 1].merge(closed);
                }
            }
        }
        finest.merge(new Candle(trade));
    }

    @Override
    long[] newest(int frame) {
        Candle candle = frames[frame].candles.getLast();
        return new long[] {candle.openTime, candle.open, candle.high, candle.low, candle.close, candle.volume};
    }

    private record Trade(long time, long price, long quantity, long id, int side) {
    }

    private static final class Candle {
        private long openTime;
        private final long open;
        private long high;
        private long low;
        private long close;
        private long volume;

        Candle(Trade trade) {
            openTime = trade.time;
            open = trade.price;
            high = trade.price;
            low = trade.price;
            close = trade.price;
            volume = trade.quantity;
        }

        Candle(Candle other, long openTime) {
            this.openTime = openTime;
            open = other.open;
            high = other.high;
            low = other.low;
            close = other.close;
            volume = other.volume;
        }
    }

    private static final class Frame {
        private final long step;
        private final ArrayDeque<Candle> candles = new ArrayDeque<>(CANDLES + 1);
        private Candle forming;

        Frame(long step) {
            this.step = step;
        }

        boolean isDue(long timeNanos) {
            return forming != null && timeNanos - forming.openTime >= step;
        }

        Candle close() {
            Candle closed = forming;
            forming = null;
            candles.addLast(closed);
            if (candles.size() > CANDLES) {
                candles.removeFirst();
            }
            return closed;
        }

        void merge(Candle part) {
            if (forming == null) {
                forming = new Candle(part, part.openTime - Math.floorMod(part.openTime, step));
                return;
            }
            forming.high = Math.max(forming.high, part.high);
            forming.low = Math.min(forming.low, part.low);
            forming.close = part.close;
            forming.volume = Math.addExact(forming.volume, part.volume);
        }
    }
}
