package io.windrow.buffers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What candles closed by trades ought to be: decimals instead of mantissas, the trades of the forming candle kept as a list and all of
 * them looked at again with every trade. Expectations are told apart by {@link ExpectedFlow}.
 */
final class EventCandlesFromTrades {

    private final CandleKind kind;
    private final BigDecimal size;
    private final CandlePolicy policy;
    private final ExpectedFlow flow;
    private final Set<Long> ids = new HashSet<>();
    private final List<Trade> forming = new ArrayList<>();
    private final List<Candle> closed = new ArrayList<>();
    private long highestId = Long.MIN_VALUE;
    private long newestTrade = Long.MIN_VALUE;
    private long clock = Long.MIN_VALUE;
    /** Ends of the last brick. */
    private BigDecimal upper;
    private BigDecimal lower;

    EventCandlesFromTrades(Instrument instrument, CandleSpec spec, CandlePolicy policy, CandleExpectations expectations) {
        kind = spec.kind();
        size = BigDecimal.valueOf(spec.size(), decimalsOf(kind, instrument));
        this.policy = policy;
        flow = new ExpectedFlow(instrument, spec, expectations);
    }

    private static int decimalsOf(CandleKind kind, Instrument instrument) {
        return switch (kind) {
            case VOLUME -> instrument.quantityDecimals();
            case VALUE -> instrument.quoteDecimals();
            case RANGE, RENKO -> instrument.priceDecimals();
            default -> 0;
        };
    }

    void clock(long timeNanos) {
        clock = Math.max(clock, timeNanos);
    }

    IngestResult trade(long time, BigDecimal price, BigDecimal quantity, long id, boolean buy) {
        boolean numbered = policy.rememberedIds() > 0 && id != 0;
        if (numbered && !ids.isEmpty() && id <= highestId - policy.rememberedIds()) {
            return IngestResult.STALE_ID;
        }
        if (numbered && ids.contains(id)) {
            return IngestResult.DUPLICATE;
        }
        boolean late = time < newestTrade;
        if (late && policy.late() == LatePolicy.REJECT) {
            return IngestResult.LATE_REJECTED;
        }
        if (late && (policy.late() == LatePolicy.DROP || Math.max(newestTrade, clock) - time > policy.allowedLatenessNanos())) {
            return IngestResult.LATE_DROPPED;
        }
        if (numbered) {
            ids.add(id);
            highestId = Math.max(highestId, id);
        }
        newestTrade = Math.max(newestTrade, time);
        forming.add(new Trade(time, newestTrade, price, quantity, buy));
        closeWhatIsComplete(price);
        return late ? IngestResult.LATE_MERGED : IngestResult.ACCEPTED;
    }

    /** Candles closed since the last call. */
    List<Candle> takeClosed() {
        List<Candle> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    /** Null where there is none. */
    Candle forming() {
        return forming.isEmpty() ? null : candle();
    }

    private void closeWhatIsComplete(BigDecimal price) {
        if (kind == CandleKind.RENKO) {
            closeBricks(price);
        } else if (isComplete()) {
            closed.add(candle());
            forming.clear();
        }
    }

    private boolean isComplete() {
        return switch (kind) {
            case TICK -> forming.size() >= size.intValue();
            case VOLUME -> sum(forming, false, false).compareTo(size) >= 0;
            case VALUE -> magnitudes().compareTo(size) >= 0;
            case RANGE -> highest().subtract(lowest()).compareTo(size) >= 0;
            default -> flow.isComplete(forming);
        };
    }

    private void closeBricks(BigDecimal price) {
        if (upper == null) {
            upper = price;
            lower = price;
        }
        while (price.compareTo(upper.add(size)) >= 0) {
            brick(upper, upper.add(size));
        }
        while (price.compareTo(lower.subtract(size)) <= 0) {
            brick(lower, lower.subtract(size));
        }
    }

    private void brick(BigDecimal open, BigDecimal close) {
        Candle trades = forming.isEmpty() ? Candle.empty(newestTrade) : candle();
        forming.clear();
        upper = open.max(close);
        lower = open.min(close);
        closed.add(trades.withPrices(open, upper, lower, close));
    }

    private Candle candle() {
        List<Trade> byTime = new ArrayList<>(forming);
        byTime.sort(Comparator.comparingLong(Trade::time));
        BigDecimal open = byTime.get(0).price;
        BigDecimal close = byTime.get(byTime.size() - 1).price;
        return new Candle(forming.get(0).arrival, newestTrade, open, highest(), lowest(), close, sum(forming, false, false),
            sum(forming, true, false), forming.size(), sum(forming, false, true), sum(forming, true, true));
    }

    private BigDecimal highest() {
        return forming.stream().map(Trade::price).reduce(BigDecimal::max).orElseThrow();
    }

    private BigDecimal lowest() {
        return forming.stream().map(Trade::price).reduce(BigDecimal::min).orElseThrow();
    }

    private BigDecimal magnitudes() {
        return forming.stream().map(trade -> trade.quote().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Trade> trades, boolean quotes, boolean buysOnly) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Trade trade : trades) {
            if (trade.buy || !buysOnly) {
                sum = sum.add(quotes ? trade.quote() : trade.quantity);
            }
        }
        return sum;
    }

    /** A trade; {@code arrival} is the newest time of a trade when it came. */
    record Trade(long time, long arrival, BigDecimal price, BigDecimal quantity, boolean buy) {

        BigDecimal quote() {
            return price.multiply(quantity);
        }
    }

    /** A candle in decimals. */
    record Candle(long openTime, long closeTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume,
        BigDecimal quote, long trades, BigDecimal takerBuy, BigDecimal takerBuyQuote) {

        static Candle empty(long time) {
            BigDecimal none = BigDecimal.ZERO;
            return new Candle(time, time, none, none, none, none, none, none, 0, none, none);
        }

        Candle withPrices(BigDecimal newOpen, BigDecimal newHigh, BigDecimal newLow, BigDecimal newClose) {
            return new Candle(openTime, closeTime, newOpen, newHigh, newLow, newClose, volume, quote, trades, takerBuy, takerBuyQuote);
        }

        /** As the fields of a window of this layout. */
        long[] values(Instrument instrument, CandleLayout layout) {
            int price = instrument.priceDecimals();
            int quantity = instrument.quantityDecimals();
            int value = instrument.quoteDecimals();
            long[] all = {openTime, mantissa(open, price), mantissa(high, price), mantissa(low, price), mantissa(close, price),
                mantissa(volume, quantity), mantissa(quote, value), trades, mantissa(takerBuy, quantity), mantissa(takerBuyQuote, value)};
            return Arrays.copyOf(all, layout.columns());
        }

        private static long mantissa(BigDecimal value, int decimals) {
            return value.movePointRight(decimals).longValueExact();
        }
    }
}
