package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/** Which closed candle of a window comes next. Nothing here allocates but the errors. */
final class CandleCursor {

    final CandleWindow window;
    private final CandleInput closed = new CandleInput();
    private final CandleInput forming = new CandleInput();
    private long next;

    CandleCursor(CandleWindow window) {
        this.window = window;
    }

    CandleCursor requireOpen() {
        if (window.isClosed()) {
            throw IndicatorLayout.closed(window);
        }
        return this;
    }

    /** The newest candle; an error if one that comes before it was lost. */
    long requireKept() {
        long newest = window.newestSequence();
        if (next < newest && isBehind()) {
            throw new IllegalStateException("candles must be taken in before they are evicted: next=" + next + ", oldest kept="
                + window.oldestSequence() + ", " + this);
        }
        return newest;
    }

    boolean isBehind() {
        return next < window.oldestSequence();
    }

    boolean isNext(long newest) {
        return next == newest;
    }

    boolean hasNext(long newest) {
        return next <= newest;
    }

    CandleInput next(long newest) {
        return closed.setClosed(window, (int) (newest - next++));
    }

    CandleInput forming() {
        return forming.setForming(window);
    }

    void toOldest() {
        next = window.oldestSequence();
    }

    /** To the one that closes next. */
    void toEnd() {
        next = window.isClosed() ? 0 : window.newestSequence() + 1;
    }

    void to(CandleCursor other) {
        next = other.next;
    }

    /** To the first kept candle that opened later. */
    void toFirstAfter(long openTimeNanos) {
        int later = 0;
        while (later < window.size() && window.openTimeNanos(later) > openTimeNanos) {
            later++;
        }
        next = window.newestSequence() + 1 - later;
    }

    @Override
    public String toString() {
        return "instrument=" + window.instrument().symbol();
    }
}
