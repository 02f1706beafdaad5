package io.windrow.examples.candles;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandleWindow;

/**
 * Writes candles as they close; where late trades may still change them, once no trade can be late enough. Until then they are held in
 * their window, which has to have room for them.
 */
final class HeldCandles implements CandleListener {

    private final CandleCsv csv;
    private final CandleKind kind;
    private final long latenessNanos;
    private final boolean emptyLeftOut;
    private CandleWindow window;
    private long nextSequence;
    private long arrivingNanos = Long.MIN_VALUE;
    private long newestNanos = Long.MIN_VALUE;

    /**
     * Creates it.
     *
     * @param csv           receives the candles.
     * @param kind          of the windows to be written; others are passed over.
     * @param latenessNanos how far behind the newest a trade may be and still change a closed candle, 0 if none can.
     * @param emptyLeftOut  whether candles without a trade are not to be written.
     */
    HeldCandles(CandleCsv csv, CandleKind kind, long latenessNanos, boolean emptyLeftOut) {
        this.csv = csv;
        this.kind = kind;
        this.latenessNanos = latenessNanos;
        this.emptyLeftOut = emptyLeftOut;
    }

    /** To be called before a trade or candle is put in: what closes then, closes because of it. */
    void arrives(long timeNanos) {
        arrivingNanos = timeNanos;
    }

    /** To be called once it is put in, so that it counts as the newest if it is. */
    void taken() {
        newestNanos = Math.max(newestNanos, arrivingNanos);
        release(false);
    }

    @Override
    public void onCandle(CandleWindow closed) {
        if (closed.spec().kind() == kind) {
            if (window == null) {
                window = closed;
                nextSequence = closed.newestSequence();
            }
            taken();
        }
    }

    @Override
    public void onRevision(CandleWindow changed, long sequence) {
        if (changed.spec().kind() == kind && sequence < nextSequence) {
            throw new IllegalStateException("a candle must not change once it is written: sequence=" + sequence + ", written below="
                + nextSequence);
        }
    }

    /** Writes all that is held, as nothing more will come. */
    void flush() {
        release(true);
    }

    /** Writes the candle that is forming, as one that its last trade closes. */
    void writeForming(CandleWindow open) {
        csv.write(open::forming, newestNanos, false);
    }

    private void release(boolean all) {
        while (window != null && nextSequence <= window.newestSequence()) {
            int ago = (int) (window.newestSequence() - nextSequence);
            long closeNanos = closeNanos(ago);
            if (!all && latenessNanos > 0 && closeNanos > newestNanos - latenessNanos) {
                return;
            }
            nextSequence++;
            if (!emptyLeftOut || window.value(CandleField.TRADE_COUNT, ago) > 0) {
                csv.write(field -> window.value(field, ago), closeNanos, kind.hasTimeframe());
            }
        }
    }

    private long closeNanos(int ago) {
        return kind.hasTimeframe() ? window.timeframe().closeTimeNanos(window.openTimeNanos(ago)) : newestNanos;
    }
}
