package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps every call: a number for the method and then the arguments, of which the time is always the second. */
public final class CallLog implements MarketListener {

    public static final long TRADE = 1;
    public static final long QUOTE = 2;
    public static final long CANDLE = 3;
    public static final long CLOCK = 4;

    private final List<List<Long>> calls = new ArrayList<>();
    private final List<Long> dueNanos = new ArrayList<>();

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        note(TRADE, instrumentId, timeNanos, price, quantity, tradeId, sideCode);
    }

    @Override
    public void onQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize) {
        note(QUOTE, instrumentId, timeNanos, bid, bidSize, ask, askSize);
    }

    @Override
    public void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume,
        long quoteVolume, long count, long takerBuyVolume, long takerBuyQuoteVolume) {
        note(CANDLE, instrumentId, openTimeNanos, open, high, low, close, volume, quoteVolume, count, takerBuyVolume,
            takerBuyQuoteVolume);
    }

    @Override
    public void onClock(long nowNanos) {
        note(CLOCK, -1, nowNanos);
    }

    @Override
    public void dueAt(long nanos) {
        dueNanos.add(nanos);
    }

    private void note(long... numbers) {
        calls.add(Arrays.stream(numbers).boxed().toList());
    }

    /** All calls but those of {@link #dueAt} and {@link #flush}. */
    public List<List<Long>> calls() {
        return calls;
    }

    public List<Long> dueNanos() {
        return dueNanos;
    }

    public static long time(List<Long> call) {
        return call.get(2);
    }

    /** The same calls at later times. */
    public static List<List<Long>> moved(List<List<Long>> calls, long byNanos) {
        return calls.stream().map(call -> {
            List<Long> moved = new ArrayList<>(call);
            moved.set(2, call.get(2) + byNanos);
            return moved;
        }).toList();
    }
}
