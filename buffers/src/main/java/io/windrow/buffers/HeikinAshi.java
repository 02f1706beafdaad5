package io.windrow.buffers;

import java.util.Objects;

/**
 * Makes Heikin-Ashi candles of closed candles of time (D. Valcu, Using the Heikin-Ashi Technique, 2004). Put it in front of a listener:
 * that one is told of every candle that comes in, and after a candle of this frame of the Heikin-Ashi candle made from it. Not
 * thread-safe: for the thread that feeds the windows. Allocates nothing.
 *
 * <pre>
 *   close = (open + high + low + close) / 4 of the source
 *   open  = (open + close) / 2 of the Heikin-Ashi candle before; of the source for the first candle
 *   high  = max(high of the source, open, close)      low = min(low of the source, open, close)
 * </pre>
 *
 * <p>Both divisions are exact and rounded to the price scale, halves up (towards the higher price, below zero too); the candle before is
 * taken as it was rounded. Open time, volumes and counts are those of the source.
 *
 * <p>A source candle that changes because of a late trade changes its Heikin-Ashi candle and, by the open, those behind it: all from it
 * on are worked out again, and the listener is told of each up to the last that changed. If the target keeps the candle no more,
 * nothing is changed, as the open it had is gone; {@link #revisionsLeftOut()} counts that. What the opens
 * of the kept candles miss halves with each candle.
 */
public final class HeikinAshi implements CandleListener {

    private final CandleWindow target;
    private final CandleListener listener;
    /** What to take off a source candle's sequence to have the target's. */
    private long sequenceShift;
    /** The target's first, which has none before it. */
    private long firstSequence;
    private long revisionsLeftOut;

    /**
     * Creates it.
     *
     * @param target   an empty window of {@link CandleSpec#heikinAshi} for the instrument and the time frame of the source; it stays the
     *                 caller's to close.
     * @param listener is told of the source's candles and the target's.
     * @throws IllegalArgumentException if the target is of another kind, or holds candles already.
     */
    public HeikinAshi(CandleWindow target, CandleListener listener) {
        this.target = target;
        this.listener = Objects.requireNonNull(listener, "listener");
        if (target.spec().kind() != CandleKind.HEIKIN_ASHI) {
            throw new IllegalArgumentException("the target must be of Heikin-Ashi candles: target=" + target.description());
        }
        if (target.size() > 0) {
            throw new IllegalArgumentException(
                "Heikin-Ashi candles begin with an empty window: size=" + target.size() + ", target=" + target.description());
        }
    }

    /**
     * Appends the Heikin-Ashi candle of a candle of the target's instrument and time frame.
     *
     * @throws IllegalArgumentException if the target keeps values that the source does not.
     */
    @Override
    public void onCandle(CandleWindow source) {
        listener.onCandle(source);
        if (!isSource(source)) {
            return;
        }
        if (target.isFull() && !source.isFull()) {
            throw new IllegalArgumentException("the target keeps no value that the source does not: target=" + target.spec().layout()
                + ", source=" + source.spec().layout());
        }
        boolean first = target.size() == 0;
        append(source);
        firstSequence = first ? target.newestSequence() : firstSequence;
        sequenceShift = source.newestSequence() - target.newestSequence();
        listener.onCandle(target);
    }

    private boolean isSource(CandleWindow window) {
        return window.spec().kind() == CandleKind.TIME && window.instrument() == target.instrument()
            && window.timeframe().equals(target.timeframe());
    }

    private void append(CandleWindow source) {
        long close = closeOf(source, 0);
        long open = target.size() == 0 ? half(source.open(0), source.close(0)) : half(target.open(0), target.close(0));
        long high = Math.max(source.high(0), Math.max(open, close));
        long low = Math.min(source.low(0), Math.min(open, close));
        if (target.isFull()) {
            target.appendPrices(source.openTimeNanos(0), open, high, low, close, source.volume(0), source.get(CandleRing.QUOTE_VOLUME, 0),
                source.get(CandleRing.TRADE_COUNT, 0), source.get(CandleRing.TAKER_BUY_VOLUME, 0),
                source.get(CandleRing.TAKER_BUY_QUOTE_VOLUME, 0));
        } else {
            target.appendPrices(source.openTimeNanos(0), open, high, low, close, source.volume(0), 0, 0, 0, 0);
        }
    }

    @Override
    public void onRevision(CandleWindow source, long sequence) {
        listener.onRevision(source, sequence);
        if (!isSource(source)) {
            return;
        }
        long first = sequence - sequenceShift;
        long newest = target.newestSequence();
        if (first < target.oldestSequence() || first > newest) {
            revisionsLeftOut++;
            return;
        }
        long lastChanged = revise(source, first, newest);
        for (long changed = first; changed <= lastChanged; changed++) {
            listener.onRevision(target, changed);
        }
    }

    /** Works out all candles from one on; answers the last that changed, or one before the first. */
    private long revise(CandleWindow source, long first, long newest) {
        long lastChanged = first - 1;
        target.beginRevision();
        for (long sequence = first; sequence <= newest; sequence++) {
            int ago = (int) (newest - sequence);
            int sourceAgo = (int) (source.newestSequence() - sequence - sequenceShift);
            if (revise(source, sourceAgo, ago, sequence)) {
                lastChanged = sequence;
            }
        }
        target.endRevision();
        return lastChanged;
    }

    private boolean revise(CandleWindow source, int sourceAgo, int ago, long sequence) {
        long close = closeOf(source, sourceAgo);
        long open = openOf(source, sourceAgo, ago, sequence);
        boolean changed = put(CandleRing.OPEN, ago, open);
        changed |= put(CandleRing.HIGH, ago, Math.max(source.high(sourceAgo), Math.max(open, close)));
        changed |= put(CandleRing.LOW, ago, Math.min(source.low(sourceAgo), Math.min(open, close)));
        changed |= put(CandleRing.CLOSE, ago, close);
        for (int column = CandleRing.VOLUME; column < target.columns(); column++) {
            changed |= put(column, ago, source.get(column, sourceAgo));
        }
        return changed;
    }

    /** A candle's open does not depend on its own source, but that of the first does. */
    private long openOf(CandleWindow source, int sourceAgo, int ago, long sequence) {
        if (sequence == firstSequence) {
            return half(source.open(sourceAgo), source.close(sourceAgo));
        }
        return ago + 1 < target.size() ? half(target.open(ago + 1), target.close(ago + 1)) : target.open(ago);
    }

    private boolean put(int column, int ago, long value) {
        if (target.get(column, ago) == value) {
            return false;
        }
        target.revise(column, ago, value);
        return true;
    }

    private static long closeOf(CandleWindow source, int ago) {
        return quarter(source.open(ago), source.high(ago), source.low(ago), source.close(ago));
    }

    /** Whole halves and their rests apart, as the sum may not fit. */
    static long half(long a, long b) {
        return (a >> 1) + (b >> 1) + ((a & 1) + (b & 1) + 1 >> 1);
    }

    /** Whole quarters and their rests apart, as the sum may not fit. */
    static long quarter(long a, long b, long c, long d) {
        long rest = (a & 3) + (b & 3) + (c & 3) + (d & 3);
        return (a >> 2) + (b >> 2) + (c >> 2) + (d >> 2) + (rest + 2 >> 2);
    }

    /**
     * Changes of source candles whose Heikin-Ashi candle was no longer kept, or never made.
     *
     * @return the count.
     */
    public long revisionsLeftOut() {
        return revisionsLeftOut;
    }
}
