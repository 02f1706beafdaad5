package io.windrow.pipeline.feeds;

/** Trades that a test lists by their times; price and number of each say which it is. */
public final class ListCursor implements FeedCursor {

    private final int instrumentId;
    private final long[] times;
    private final long passUnitNanos;
    private long shift;
    private int next;

    public ListCursor(int instrumentId, long... times) {
        this(instrumentId, times, PassTimes.HOUR_NANOS);
    }

    ListCursor(int instrumentId, long[] times, long passUnitNanos) {
        this.instrumentId = instrumentId;
        this.times = times;
        this.passUnitNanos = passUnitNanos;
    }

    @Override
    public boolean next() {
        next += next <= times.length ? 1 : 0;
        return next <= times.length;
    }

    @Override
    public int instrumentId() {
        return instrumentId;
    }

    @Override
    public long timeNanos() {
        return times[next - 1] + shift;
    }

    @Override
    public void deliver(MarketListener listener) {
        listener.onTrade(instrumentId, timeNanos(), 100 + next, 1, next, 1);
    }

    @Override
    public void rewind(long shiftNanos) {
        shift = shiftNanos;
        next = 0;
    }

    @Override
    public long passUnitNanos() {
        return passUnitNanos;
    }

    @Override
    public void close() {
        next = times.length;
    }
}
