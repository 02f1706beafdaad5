package io.windrow.buffers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What candles ought to be, worked out anew from everything that ever happened: slow, and made of other parts than the builder.
 * A candle is closed once something happened, after its first trade, at or after its end.
 */
final class CandlesFromHistory {

    private final long[] steps;
    private final List<Event> events = new ArrayList<>();
    private int late;

    CandlesFromHistory(long... steps) {
        this.steps = steps;
    }

    /** Answers whether the trade is in time. */
    boolean trade(long timeNanos, BigDecimal price, BigDecimal quantity) {
        if (isLate(timeNanos)) {
            late++;
            return false;
        }
        events.add(new Event(timeNanos, price, quantity));
        return true;
    }

    void clock(long timeNanos) {
        events.add(new Event(timeNanos, null, null));
    }

    int lateTrades() {
        return late;
    }

    /** Closed candles, oldest first. */
    List<Candle> closed(int frame) {
        return candles(frame).values().stream().filter(candle -> isClosed(candle, frame)).toList();
    }

    /** The candle that is not closed; null where there is none. */
    Candle forming(int frame) {
        for (Candle candle : candles(frame).values()) {
            if (!isClosed(candle, frame)) {
                return candle;
            }
        }
        return null;
    }

    private boolean isLate(long timeNanos) {
        for (int frame = 0; frame < steps.length; frame++) {
            for (Candle candle : candles(frame).values()) {
                boolean closed = isClosed(candle, frame);
                if (closed ? timeNanos < candle.openTime + steps[frame] : frame == 0 && timeNanos < candle.openTime) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isClosed(Candle candle, int frame) {
        return events.subList(candle.firstEvent, events.size()).stream().anyMatch(e -> e.time >= candle.openTime + steps[frame]);
    }

    private TreeMap<Long, Candle> candles(int frame) {
        TreeMap<Long, Candle> candles = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.price != null) {
                long openTime = Math.floorDiv(event.time, steps[frame]) * steps[frame];
                int first = i;
                candles.computeIfAbsent(openTime, time -> new Candle(time, first, new ArrayList<>())).trades.add(event);
            }
        }
        return candles;
    }

    /** A trade, or a tick of the clock, which has no price. */
    record Event(long time, BigDecimal price, BigDecimal quantity) {
    }

    record Candle(long openTime, int firstEvent, List<Event> trades) {

        /** Open time, then the other values as mantissas. */
        long[] values(int priceDecimals, int quantityDecimals) {
            List<BigDecimal> prices = trades.stream().sorted(Comparator.comparingLong(Event::time)).map(Event::price).toList();
            BigDecimal volume = trades.stream().map(Event::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new long[] {
                openTime,
                mantissa(prices.get(0), priceDecimals),
                mantissa(prices.stream().max(BigDecimal::compareTo).orElseThrow(), priceDecimals),
                mantissa(prices.stream().min(BigDecimal::compareTo).orElseThrow(), priceDecimals),
                mantissa(prices.get(prices.size() - 1), priceDecimals),
                mantissa(volume, quantityDecimals)};
        }

        private static long mantissa(BigDecimal value, int decimals) {
            return value.movePointRight(decimals).longValueExact();
        }
    }
}
