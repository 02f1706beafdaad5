package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Puts late trades into the candles they belong to, so that the candles are those of the trades in the order of their times. A late
 * trade goes into the closed candle of each frame up to the first frame whose candle is still forming; from there it comes to the
 * coarser ones as any trade does. Either every frame has a candle to put it into, or nothing changes.
 */
final class LateMerge implements AutoCloseable {

    private static final int FORMING = -1;
    private static final int NOWHERE = -2;

    private final CandleWindow[] windows;
    private final FormingCandle[] forming;
    private final CandleListener listener;
    private final TradeTimes[] times;
    /** Of the trade located last: for each frame the index of its closed candle, and the first frame whose candle is forming. */
    private final int[] agos;
    /** Whether it changed the candle's close, and with that the flat candles behind it. */
    private final boolean[] closesChanged;
    private int openFrame;

    private LateMerge(CandleWindow[] windows, FormingCandle[] forming, CandleListener listener) {
        this.windows = windows;
        this.forming = forming;
        this.listener = listener;
        times = new TradeTimes[windows.length];
        agos = new int[windows.length];
        closesChanged = new boolean[windows.length];
    }

    static LateMerge open(
        OffHeapMemory memory, CandlePolicy policy, CandleWindow[] windows, FormingCandle[] forming, CandleListener listener) {
        LateMerge merge = new LateMerge(windows, forming, listener);
        try {
            for (int i = 0; i < windows.length; i++) {
                merge.times[i] = new TradeTimes(memory, windows[i].spec(), policy.allowedLatenessNanos());
            }
            return merge;
        } catch (RuntimeException e) {
            merge.close();
            throw e;
        }
    }

    /** Keeps when the trades of a candle happened that has just closed. */
    void note(int frame, long sequence, long first, long last) {
        times[frame].put(sequence, first, last);
    }

    /** Finds the trade's candles. False if a frame has none. */
    boolean locate(long timeNanos, long newestNanos) {
        for (int frame = 0; frame < windows.length; frame++) {
            agos[frame] = find(frame, timeNanos, newestNanos);
            if (agos[frame] < 0) {
                openFrame = frame;
                return agos[frame] == FORMING;
            }
        }
        openFrame = windows.length;
        return true;
    }

    /** The frame whose forming candle takes the trade located last; the number of frames if all are closed. */
    int openFrame() {
        return openFrame;
    }

    private int find(int frame, long timeNanos, long newestNanos) {
        CandleWindow window = windows[frame];
        long open = window.timeframe().openTimeNanos(timeNanos);
        if (forming[frame].exists() && forming[frame].openTime == open) {
            return FORMING;
        }
        int kept = Math.min(window.size(), times[frame].candles());
        for (int ago = 0; ago < kept && window.openTimeNanos(ago) >= open; ago++) {
            if (window.openTimeNanos(ago) == open) {
                return ago;
            }
        }
        boolean newest = !forming[frame].exists() && (window.size() == 0 || window.openTimeNanos(0) < open);
        return newest && window.timeframe().closeTimeNanos(open) > newestNanos ? FORMING : NOWHERE;
    }

    /** Makes sure that no sum of the closed candles overflows. */
    void checkSums(long quantity, long quote, int sideCode) {
        for (int frame = 0; frame < openFrame; frame++) {
            CandleWindow window = windows[frame];
            Math.addExact(window.volume(agos[frame]), quantity);
            if (window.isFull()) {
                Math.addExact(window.get(CandleRing.QUOTE_VOLUME, agos[frame]), quote);
                Math.addExact(window.get(CandleRing.TAKER_BUY_QUOTE_VOLUME, agos[frame]), sideCode == Side.BUY.code() ? quote : 0);
            }
        }
    }

    void apply(long timeNanos, long price, long quantity, long quote, int sideCode) {
        if (openFrame < windows.length) {
            FormingCandle candle = forming[openFrame];
            if (candle.exists()) {
                candle.addTrade(timeNanos, price, quantity, quote, sideCode);
            } else {
                candle.start(windows[openFrame].timeframe().openTimeNanos(timeNanos), timeNanos, price, quantity, quote, sideCode);
            }
        }
        for (int frame = 0; frame < openFrame; frame++) {
            revise(frame, timeNanos, price, quantity, quote, sideCode);
        }
        for (int frame = 0; frame < openFrame; frame++) {
            tell(frame);
        }
    }

    private void revise(int frame, long timeNanos, long price, long quantity, long quote, int sideCode) {
        CandleWindow window = windows[frame];
        int ago = agos[frame];
        long closeBefore = window.close(ago);
        window.beginRevision();
        revisePrices(frame, timeNanos, price);
        add(window, CandleRing.VOLUME, ago, quantity);
        if (window.isFull()) {
            boolean buy = sideCode == Side.BUY.code();
            add(window, CandleRing.QUOTE_VOLUME, ago, quote);
            add(window, CandleRing.TRADE_COUNT, ago, 1);
            add(window, CandleRing.TAKER_BUY_VOLUME, ago, buy ? quantity : 0);
            add(window, CandleRing.TAKER_BUY_QUOTE_VOLUME, ago, buy ? quote : 0);
        }
        closesChanged[frame] = window.close(ago) != closeBefore;
        for (int flat = ago - 1; flat >= 0 && followsClose(frame, flat); flat--) {
            setPrices(window, flat, window.close(ago));
        }
        window.endRevision();
    }

    private void revisePrices(int frame, long timeNanos, long price) {
        CandleWindow window = windows[frame];
        int ago = agos[frame];
        long sequence = window.newestSequence() - ago;
        if (isFlat(frame, ago)) {
            setPrices(window, ago, price);
            times[frame].put(sequence, timeNanos, timeNanos);
            return;
        }
        long first = times[frame].first(sequence);
        long last = times[frame].last(sequence);
        window.revise(CandleRing.HIGH, ago, Math.max(price, window.high(ago)));
        window.revise(CandleRing.LOW, ago, Math.min(price, window.low(ago)));
        if (timeNanos >= last) {
            window.revise(CandleRing.CLOSE, ago, price);
        } else if (timeNanos < first) {
            window.revise(CandleRing.OPEN, ago, price);
        }
        times[frame].put(sequence, Math.min(first, timeNanos), Math.max(last, timeNanos));
    }

    /** Of flat candles only those behind the changed one that took over another close. */
    private void tell(int frame) {
        CandleWindow window = windows[frame];
        long sequence = window.newestSequence() - agos[frame];
        listener.onRevision(window, sequence);
        for (int flat = agos[frame] - 1; flat >= 0 && followsClose(frame, flat); flat--) {
            listener.onRevision(window, window.newestSequence() - flat);
        }
    }

    private boolean followsClose(int frame, int flat) {
        return closesChanged[frame] && isFlat(frame, flat);
    }

    private boolean isFlat(int frame, int ago) {
        return times[frame].first(windows[frame].newestSequence() - ago) == TradeTimes.NONE;
    }

    private static void setPrices(CandleWindow window, int ago, long price) {
        for (int column = CandleRing.OPEN; column <= CandleRing.CLOSE; column++) {
            window.revise(column, ago, price);
        }
    }

    private static void add(CandleWindow window, int column, int ago, long value) {
        if (value != 0) {
            window.revise(column, ago, window.get(column, ago) + value);
        }
    }

    @Override
    public void close() {
        for (TradeTimes frame : times) {
            if (frame != null) {
                frame.close();
            }
        }
    }
}
