package io.windrow.pipeline;

import io.windrow.buffers.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a pipeline should do, on plain lists: one instrument, its trades, candles, averages and signals. */
final class NaiveMarket {

    static final int FAST = 3;
    static final int SLOW = 7;

    /** A candle on the heap. */
    record Candle(long openTime, long open, long high, long low, long close, long volume) {

        Candle with(Candle later) {
            return new Candle(openTime, open, Math.max(high, later.high), Math.min(low, later.low), later.close, volume + later.volume);
        }

        Candle from(long time) {
            return new Candle(time, open, high, low, close, volume);
        }
    }

    /** A trade on the heap. */
    record Trade(long time, long price, long quantity, long id, Side side) {
    }

    /** A signal on the heap. */
    record Decision(int strategyId, int instrumentId, Side side, long step, long candleTime, long price, long due) {
    }

    final int id;
    final int priceDecimals;
    final long[] steps;
    final List<Trade> trades = new ArrayList<>();
    final List<List<Candle>> closed = new ArrayList<>();
    final List<Decision> decisions;
    private final Candle[] forming;
    private final Boolean[] above;
    private long closedUntil = Long.MIN_VALUE;
    /** Of the trades in the finest candle that is forming: the earliest is its open, the latest its close. */
    private long firstTime;
    private long lastTime;
    long late;

    NaiveMarket(int id, int priceDecimals, long[] steps, List<Decision> decisions) {
        this.id = id;
        this.priceDecimals = priceDecimals;
        this.steps = steps;
        this.decisions = decisions;
        forming = new Candle[steps.length];
        above = new Boolean[steps.length];
        for (int frame = 0; frame < steps.length; frame++) {
            closed.add(new ArrayList<>());
        }
    }

    void trade(Trade trade, long due) {
        trades.add(trade);
        if (trade.time < (forming[0] != null ? forming[0].openTime : closedUntil)) {
            late++;
            return;
        }
        tick(trade.time, due);
        Candle before = forming[0];
        merge(0, new Candle(trade.time, trade.price, trade.price, trade.price, trade.price, trade.quantity));
        if (before != null && trade.time < lastTime) {
            Candle now = forming[0];
            long open = trade.time < firstTime ? trade.price : now.open;
            forming[0] = new Candle(now.openTime, open, now.high, now.low, before.close, now.volume);
        }
        firstTime = before == null ? trade.time : Math.min(firstTime, trade.time);
        lastTime = before == null ? trade.time : Math.max(lastTime, trade.time);
    }

    void tick(long now, long due) {
        for (int frame = 0; frame < steps.length; frame++) {
            if (forming[frame] == null || now < forming[frame].openTime + steps[frame]) {
                continue;
            }
            closed.get(frame).add(forming[frame]);
            closedUntil = Math.max(closedUntil, forming[frame].openTime + steps[frame]);
            forming[frame] = null;
            if (frame + 1 < steps.length) {
                merge(frame + 1, last(frame));
            }
            decide(frame, due);
        }
    }

    private void merge(int frame, Candle part) {
        long open = Math.floorDiv(part.openTime, steps[frame]) * steps[frame];
        forming[frame] = forming[frame] == null ? part.from(open) : forming[frame].with(part);
    }

    private Candle last(int frame) {
        List<Candle> candles = closed.get(frame);
        return candles.get(candles.size() - 1);
    }

    /** A signal wherever the fast average crosses the slow one. */
    private void decide(int frame, long due) {
        if (closed.get(frame).size() < SLOW) {
            return;
        }
        boolean now = average(frame, FAST) > average(frame, SLOW);
        if (above[frame] != null && above[frame] != now) {
            decisions.add(new Decision(0, id, now ? Side.BUY : Side.SELL, steps[frame], last(frame).openTime, last(frame).close, due));
        }
        above[frame] = now;
    }

    /**
     * The exponential average from the first candle on, each time anew. Two averages can be equal but for what is rounded away, and then
     * that decides: the sum has the form that rounds as the indicator does.
     */
    private double average(int frame, int period) {
        List<Candle> candles = closed.get(frame);
        double factor = 2.0 / (period + 1);
        double average = 0;
        for (int i = 0; i < candles.size(); i++) {
            double close = BigDecimal.valueOf(candles.get(i).close, priceDecimals).doubleValue();
            if (i < period) {
                average = i == period - 1 ? (average + close) / period : average + close;
            } else {
                average = average * (1 - factor) + close * factor;
            }
        }
        return average;
    }
}
