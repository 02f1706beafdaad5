package io.windrow.buffers;

import io.windrow.buffers.EventCandlesFromTrades.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * When a candle of imbalance or runs is complete, by the formulas in the Javadoc of {@link EventCandleBuilder}: the sums in decimals,
 * anew with every trade, the averages anew from what all closed candles came to.
 */
final class ExpectedFlow {

    private final Instrument instrument;
    private final boolean runs;
    private final String weight;
    private final long size;
    private final CandleExpectations expectations;
    private final List<Integer> directions = new ArrayList<>();
    private BigDecimal lastPrice;
    private int lastDirection = 1;
    private final List<Double> averages = new ArrayList<>();
    private boolean first = true;

    ExpectedFlow(Instrument instrument, CandleSpec spec, CandleExpectations expectations) {
        String kind = spec.kind().name();
        this.instrument = instrument;
        runs = kind.endsWith("_RUNS");
        weight = kind.substring(0, Math.max(0, kind.indexOf('_')));
        size = spec.size();
        this.expectations = expectations;
        for (int i = 0; i < 5; i++) {
            averages.add(null);
        }
    }

    /** Is to be called with every trade. */
    boolean isComplete(List<Trade> candle) {
        BigDecimal price = candle.get(candle.size() - 1).price();
        if (lastPrice != null && price.compareTo(lastPrice) != 0) {
            lastDirection = price.compareTo(lastPrice);
        }
        lastPrice = price;
        directions.add(lastDirection);
        BigDecimal up = sum(candle, 1);
        BigDecimal down = sum(candle, -1);
        BigDecimal theta = runs ? up.max(down) : up.subtract(down).abs();
        if (first ? candle.size() < size : theta.doubleValue() < threshold()) {
            return false;
        }
        learn(candle.size(), up, down);
        first = false;
        directions.clear();
        return true;
    }

    private BigDecimal sum(List<Trade> candle, int direction) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < candle.size(); i++) {
            sum = directions.get(i) == direction ? sum.add(weight(candle.get(i))) : sum;
        }
        return sum;
    }

    private BigDecimal weight(Trade trade) {
        return switch (weight) {
            case "TICK" -> BigDecimal.ONE;
            case "VOLUME" -> trade.quantity().movePointRight(instrument.quantityDecimals());
            default -> trade.quote().abs().movePointRight(instrument.quoteDecimals());
        };
    }

    private void learn(int trades, BigDecimal up, BigDecimal down) {
        long ups = directions.stream().filter(direction -> direction == 1).count();
        average(0, trades);
        average(1, up.subtract(down).doubleValue() / trades);
        average(2, (double) ups / trades);
        if (ups > 0) {
            average(3, up.doubleValue() / ups);
        }
        if (ups < trades) {
            average(4, down.doubleValue() / (trades - ups));
        }
    }

    private void average(int which, double value) {
        Double before = averages.get(which);
        averages.set(which, before == null ? value : before + 2.0 / (expectations.span() + 1.0) * (value - before));
    }

    private double threshold() {
        double least = (double) size / expectations.factor();
        double most = (double) size * expectations.factor();
        double trades = averages.get(0) < least ? least : averages.get(0) > most ? most : averages.get(0);
        double share = averages.get(2);
        double up = averages.get(3) == null ? 0 : averages.get(3);
        double down = averages.get(4) == null ? 0 : averages.get(4);
        return trades * (runs ? Math.max(share * up, (1 - share) * down) : Math.abs(averages.get(1)));
    }
}
