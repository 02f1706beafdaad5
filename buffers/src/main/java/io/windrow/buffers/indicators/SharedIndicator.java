package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/** An entry of an {@link IndicatorRegistry}: a set of one, and its neighbours in the order of use and on its window. */
final class SharedIndicator {

    final CandleWindow window;
    final IndicatorSet set;
    final Indicator indicator;
    final long bytes;
    SharedIndicator newer;
    SharedIndicator older;
    SharedIndicator nextOnWindow;

    SharedIndicator(CandleWindow window, IndicatorSet set, long bytes) {
        this.window = window;
        this.set = set;
        this.bytes = bytes;
        indicator = set == null ? null : set.get(0);
    }

    /** Head and tail of an order of use, which is a ring. */
    static SharedIndicator ring() {
        SharedIndicator ends = new SharedIndicator(null, null, 0);
        ends.newer = ends;
        ends.older = ends;
        return ends;
    }

    void linkBelow(SharedIndicator ends) {
        older = ends.older;
        newer = ends;
        older.newer = this;
        ends.older = this;
    }

    void unlink() {
        newer.older = older;
        older.newer = newer;
    }

    /** Takes in what has closed; begins anew where the window has lost candles before they were taken in. */
    void update() {
        if (set.isBehind()) {
            set.fill();
        } else {
            set.update();
        }
    }
}
