package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * Builds the candles of one instrument from its trades, in several time frames in one pass. Single writer; allocates nothing.
 *
 * <p>Trades go into the finest frame. A candle closes with the first trade, or {@link #onClock tick of the clock}, at or after its
 * end; it is then merged into the candle of the next coarser frame. A span without trades makes no candle. A trade older than the
 * finest candle that is forming, or whose candle has closed in any frame, is dropped and counted.
 */
public final class CandleBuilder implements AutoCloseable {

    private final CandleWindow[] windows;
    private final CandleListener listener;
    /** End of the newest closed candle of any frame: a trade before it has missed a candle. */
    private long closedUntilNanos = Long.MIN_VALUE;
    /** Volume of the candle that the coarsest frame has under way, the forming candles of the finer frames included. */
    private long volumeUnderWay;
    private long lateTrades;

    private CandleBuilder(CandleWindow[] windows, CandleListener listener) {
        this.windows = windows;
        this.listener = listener;
    }

    /**
     * Opens a window for each time frame.
     *
     * @param memory     what the windows take their bytes from.
     * @param instrument what is traded.
     * @param timeframes finest first; each is made of whole candles of the one before.
     * @param capacity   closed candles kept in each window.
     * @param listener   is told of each candle that closes.
     * @return the builder.
     * @throws IllegalArgumentException if there is no frame, or one is not made of the one before, or the capacity is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static CandleBuilder open(
        OffHeapMemory memory, Instrument instrument, Timeframe[] timeframes, int capacity, CandleListener listener) {
        Objects.requireNonNull(listener, "listener");
        checkFrames(timeframes);
        CandleWindow[] windows = new CandleWindow[timeframes.length];
        try {
            for (int i = 0; i < windows.length; i++) {
                int index = instrument.id() * windows.length + i;
                windows[i] = CandleWindow.open(memory, instrument, timeframes[i], capacity, index);
            }
        } catch (RuntimeException e) {
            closeAll(windows);
            throw e;
        }
        return new CandleBuilder(windows, listener);
    }

    /**
     * Puts a trade into the candles; closes those that ended before it first.
     *
     * @param timeNanos when it happened, nanoseconds since the epoch.
     * @param price     mantissa at the price scale.
     * @param quantity  mantissa at the quantity scale, not negative.
     * @return what became of it.
     * @throws ArithmeticException      if the candle's volume would overflow in any frame; the trade is left out then.
     * @throws IllegalArgumentException if the quantity is negative; the trade is left out then.
     * @throws IllegalStateException    if the builder is closed.
     */
    public IngestResult onTrade(long timeNanos, long price, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity must not be negative: quantity=" + quantity);
        }
        CandleWindow finest = windows[0];
        boolean forming = finest.hasForming();
        if (timeNanos < (forming ? finest.formingOpenTimeNanos() : closedUntilNanos)) {
            lateTrades++;
            return IngestResult.LATE_DROPPED;
        }
        if (!forming || finest.isDue(timeNanos)) {
            onClock(timeNanos);
        }
        volumeUnderWay = Math.addExact(volumeUnderWay, quantity);
        finest.merge(timeNanos, price, price, price, price, quantity);
        return IngestResult.ACCEPTED;
    }

    /**
     * Closes every candle that ends at or before a moment, finest frame first.
     *
     * @param nowNanos the moment, nanoseconds since the epoch.
     * @throws IllegalStateException if the builder is closed.
     */
    public void onClock(long nowNanos) {
        for (int i = 0; i < windows.length; i++) {
            CandleWindow window = windows[i];
            if (!window.hasForming()) {
                continue;
            }
            if (!window.isDue(nowNanos)) {
                return;
            }
            window.closeForming();
            closedUntilNanos = Math.max(closedUntilNanos, window.openTimeNanos(0) + window.timeframe().stepNanos());
            if (i + 1 < windows.length) {
                windows[i + 1].merge(window.openTimeNanos(0), window.open(0), window.high(0), window.low(0), window.close(0),
                    window.volume(0));
            } else {
                volumeUnderWay = 0;
            }
            listener.onCandle(window);
        }
    }

    /**
     * How many time frames there are.
     *
     * @return the count.
     */
    public int frames() {
        return windows.length;
    }

    /**
     * The window of a time frame.
     *
     * @param frame 0 for the finest.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such frame.
     */
    public CandleWindow window(int frame) {
        return windows[frame];
    }

    /**
     * Trades that came after their candle had closed.
     *
     * @return the count.
     */
    public long lateTrades() {
        return lateTrades;
    }

    /** Closes the windows. */
    @Override
    public void close() {
        closeAll(windows);
    }

    private static void closeAll(CandleWindow[] windows) {
        for (CandleWindow window : windows) {
            if (window != null) {
                window.close();
            }
        }
    }

    private static void checkFrames(Timeframe[] timeframes) {
        if (timeframes.length == 0) {
            throw new IllegalArgumentException("there must be a time frame: timeframes=0");
        }
        for (int i = 1; i < timeframes.length; i++) {
            if (!timeframes[i].isMadeOf(timeframes[i - 1])) {
                throw new IllegalArgumentException("each time frame must be made of whole candles of the one before: timeframe="
                    + timeframes[i] + ", before=" + timeframes[i - 1]);
            }
        }
    }
}
