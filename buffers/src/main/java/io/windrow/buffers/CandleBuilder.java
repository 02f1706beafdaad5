package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;

/**
 * Builds the candles of time of one instrument from its trades, in several time frames in one pass. Single writer; allocates nothing.
 *
 * <p>Trades go into the finest frame. A candle closes with the first trade, or {@link #onClock tick of the clock}, at or after its
 * end; it is then merged into the candle of the next coarser frame. Candles close in the order of their ends, of equal ends the
 * finest first, so that a listener never sees a coarse candle that has not ended, nor misses one that has. Within a candle the open
 * is the earliest trade and the close the latest; of trades at the same time the order of arrival decides.
 *
 * <p>A trade is late if it is older than the finest candle that is forming, or if its candle has closed in any frame: see {@link
 * CandlePolicy}. What becomes of spans without a trade is for each window to say: see {@link GapPolicy}.
 */
public final class CandleBuilder extends TradeAggregator {

    /** A longer gap is left out, as a wrong time would else fill a window many times over. */
    static final long MAX_FLAT_CANDLES = 1_000_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final CandleWindow[] windows;
    private final FormingCandle[] forming;
    private final FormingCandle finest;
    private final boolean owner;
    /** For each frame when its next candle closes, {@link #NEVER} if there is none. */
    private final long[] ends;
    /** Null unless late trades are merged. */
    private final LateMerge lateMerge;
    /** What the finest forming candle covers; nothing while there is none. */
    private long openNanos = NEVER;
    private long dueNanos = NEVER;
    /** End of the finest candle that closed last. */
    private long nextOpenNanos = NEVER;
    /** End of the newest closed candle of any frame: a trade before it has missed a candle. */
    private long closedUntilNanos = Long.MIN_VALUE;
    /** Newest time of the clock, or of a trade that moved it; trades of the finest candle that is forming may be newer. */
    private long clockNanos = Long.MIN_VALUE;
    /** Times nearer to 0 than this have a candle in every frame. */
    private final long rangeNanos;
    private long gapsLeftOut;
    private boolean closed;

    private CandleBuilder(
        OffHeapMemory memory, CandlePolicy policy, CandleListener listener, CandleWindow[] windows, boolean owner) {
        super(memory, windows[0].instrument(), policy, listener, windows[0].isFull());
        this.windows = windows;
        this.owner = owner;
        ends = new long[windows.length];
        Arrays.fill(ends, NEVER);
        forming = new FormingCandle[windows.length];
        for (int i = 0; i < windows.length; i++) {
            forming[i] = windows[i].beginForming(i == 0 ? null : windows[i - 1]);
        }
        finest = forming[0];
        rangeNanos = Long.MAX_VALUE - 2 * Math.min(Long.MAX_VALUE / 2, windows[windows.length - 1].timeframe().stepNanos());
        lateMerge = policy.late() == LatePolicy.MERGE ? openLateMerge(memory) : null;
    }

    private LateMerge openLateMerge(OffHeapMemory memory) {
        try {
            return LateMerge.open(memory, policy(), windows, forming, listener());
        } catch (RuntimeException e) {
            super.close();
            throw e;
        }
    }

    /**
     * Opens a window for each specification, and a builder that closes them with itself.
     *
     * @param memory     what they take their bytes from.
     * @param instrument what is traded.
     * @param policy     what becomes of late trades and duplicates.
     * @param listener   is told of each candle that closes.
     * @param specs      candles of time, finest first; each frame is made of whole candles of the one before, and keeps no value that
     *                   that one does not.
     * @return the builder.
     * @throws IllegalArgumentException if there is no specification, or one does not fit the one before, or a capacity is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static CandleBuilder open(
        OffHeapMemory memory, Instrument instrument, CandlePolicy policy, CandleListener listener, CandleSpec... specs) {
        CandleFrames.check(specs);
        CandleWindow[] windows = new CandleWindow[specs.length];
        try {
            for (int i = 0; i < windows.length; i++) {
                windows[i] = CandleWindow.open(memory, instrument, specs[i], instrument.id() * windows.length + i);
            }
            return new CandleBuilder(memory, policy, listener, windows, true);
        } catch (RuntimeException e) {
            closeAll(windows);
            throw e;
        }
    }

    /**
     * A builder over windows that were opened before, such as those of a {@link WindowGroup}; it does not close them.
     *
     * @param memory   what the policy takes its bytes from.
     * @param policy   what becomes of late trades and duplicates.
     * @param listener is told of each candle that closes.
     * @param windows  of one instrument, empty, finest first, as for {@link #open}.
     * @return the builder.
     * @throws IllegalArgumentException if there is no window, or one does not fit the one before, or holds rows already.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow the policy.
     */
    public static CandleBuilder over(OffHeapMemory memory, CandlePolicy policy, CandleListener listener, CandleWindow... windows) {
        CandleSpec[] specs = new CandleSpec[windows.length];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = windows[i].spec();
        }
        CandleFrames.check(specs);
        CandleFrames.checkSameInstrument(windows);
        return new CandleBuilder(memory, policy, listener, windows.clone(), false);
    }

    @Override
    IngestResult add(long timeNanos, long price, long quantity, long quote, int sideCode) {
        if (timeNanos < openNanos || timeNanos >= dueNanos) {
            checkOpen();
            if (timeNanos < lateBefore()) {
                return onLate(timeNanos, price, quantity, quote, sideCode);
            }
            checkRange(timeNanos);
            onClock(timeNanos);
        }
        if (openNanos == NEVER) {
            long open = openFor(timeNanos);
            long due = windows[0].timeframe().closeOf(open);
            addUnderWay(quantity, quote);
            cover(open, due);
            finest.start(open, timeNanos, price, quantity, quote, sideCode);
        } else {
            addUnderWay(quantity, quote);
            finest.addTrade(timeNanos, price, quantity, quote, sideCode);
        }
        return IngestResult.ACCEPTED;
    }

    /**
     * Puts a candle of a finer frame into the finest frame here; closes those that ended before it first. Candles of one span may come
     * in any order, but must not overlap.
     *
     * @param openTimeNanos       when it opened; it must end within the candle of the finest frame that covers this moment.
     * @param open                first price.
     * @param high                highest price.
     * @param low                 lowest price.
     * @param close               last price.
     * @param volume              quantity traded, not negative.
     * @param quoteVolume         sum of price × quantity; this and the next three count in {@link CandleLayout#FULL} only.
     * @param tradeCount          how many trades, 0 to 2³².
     * @param takerBuyVolume      quantity traded at the initiative of the buyer, 0 to the volume.
     * @param takerBuyQuoteVolume sum of price × quantity at the initiative of the buyer.
     * @return {@link IngestResult#ACCEPTED}, or {@link IngestResult#LATE_DROPPED}: a late candle is not merged, whatever the policy.
     * @throws ArithmeticException      if a sum of the candle would overflow in any frame; the candle is left out then.
     * @throws IllegalArgumentException if the prices are not in order, or a volume or the count is out of range; the candle is left
     *                                  out then.
     * @throws LateTradeException       if it is late and the policy is {@link LatePolicy#REJECT}.
     * @throws IllegalStateException    if the builder is closed.
     */
    public IngestResult onCandle(long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume,
        long tradeCount, long takerBuyVolume, long takerBuyQuoteVolume) {
        checkOpen();
        CandleFrames.checkValues(open, high, low, close, volume);
        if (windows[0].isFull()) {
            CandleFrames.checkCounts(volume, tradeCount, takerBuyVolume);
        }
        if (openTimeNanos < lateBefore()) {
            return counted(dropOrReject(openTimeNanos, lateBefore()));
        }
        checkRange(openTimeNanos);
        onClock(openTimeNanos);
        long covering = openNanos == NEVER ? openFor(openTimeNanos) : openNanos;
        long due = windows[0].timeframe().closeOf(covering);
        addUnderWay(volume, windows[0].isFull() ? Math.max(Math.absExact(quoteVolume), Math.absExact(takerBuyQuoteVolume)) : 0);
        cover(covering, due);
        finest.addCandle(covering, openTimeNanos, openTimeNanos, open, high, low, close, volume);
        finest.addSums(quoteVolume, tradeCount, takerBuyVolume, takerBuyQuoteVolume);
        return counted(IngestResult.ACCEPTED);
    }

    @Override
    public void onClock(long nowNanos) {
        checkOpen();
        clockNanos = Math.max(clockNanos, nowNanos);
        for (int frame = nextToClose(); ends[frame] <= nowNanos && ends[frame] != NEVER; frame = nextToClose()) {
            close(frame, nowNanos);
        }
    }

    /** The frame whose candle ends first, of equal ends the finest. */
    private int nextToClose() {
        int next = 0;
        for (int frame = 1; frame < ends.length; frame++) {
            if (ends[frame] < ends[next]) {
                next = frame;
            }
        }
        return next;
    }

    private void close(int frame, long nowNanos) {
        CandleWindow window = windows[frame];
        if (forming[frame].exists()) {
            closeForming(frame, window);
        } else if (isTooLong(frame, nowNanos)) {
            gapsLeftOut++;
            ends[frame] = NEVER;
            return;
        } else {
            window.appendFlat(window.timeframe().closeTimeNanos(window.openTimeNanos(0)));
            noteTimes(frame, window, TradeTimes.NONE, TradeTimes.NONE);
        }
        closedUntilNanos = Math.max(closedUntilNanos, ends[frame]);
        ends[frame] = window.spec().gaps() == GapPolicy.FLAT ? endAfter(window, ends[frame]) : NEVER;
        listener().onCandle(window);
    }

    private void closeForming(int frame, CandleWindow window) {
        window.closeForming();
        noteTimes(frame, window, forming[frame].firstTrade, forming[frame].lastTrade);
        if (frame == 0) {
            nextOpenNanos = dueNanos;
            openNanos = NEVER;
            dueNanos = NEVER;
        }
        if (frame + 1 < windows.length) {
            mergeInto(frame + 1, forming[frame]);
        } else {
            clearUnderWay();
        }
    }

    private void mergeInto(int frame, FormingCandle closed) {
        FormingCandle coarser = forming[frame];
        if (!coarser.exists()) {
            long closedOpen = closed.openTime;
            ends[frame] = windows[frame].timeframe().closeTimeNanos(closedOpen);
            coarser.addClosed(windows[frame].timeframe().openTimeNanos(closedOpen), closed);
        } else {
            coarser.addClosed(coarser.openTime, closed);
        }
    }

    private void noteTimes(int frame, CandleWindow window, long first, long last) {
        if (lateMerge != null) {
            lateMerge.note(frame, window.newestSequence(), first, last);
        }
    }

    /** The moment is at or after the end of the first candle of the gap, so that a negative difference is one beyond a long. */
    private boolean isTooLong(int frame, long nowNanos) {
        long more = nowNanos - ends[frame];
        return more < 0 || more / windows[frame].timeframe().stepNanos() >= MAX_FLAT_CANDLES;
    }

    private static long endAfter(CandleWindow window, long endNanos) {
        try {
            return window.timeframe().closeTimeNanos(endNanos);
        } catch (ArithmeticException e) {
            // The range of time ends before the next candle does.
            return NEVER;
        }
    }

    /** Refuses a time that has no candle in some frame, before anything has changed. */
    private void checkRange(long timeNanos) {
        if (timeNanos > -rangeNanos && timeNanos < rangeNanos) {
            return;
        }
        for (CandleWindow window : windows) {
            window.timeframe().openTimeNanos(timeNanos);
            window.timeframe().closeTimeNanos(timeNanos);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("candle builder is closed: instrument=" + instrument().symbol());
        }
        windows[0].checkOpen();
    }

    private long openFor(long timeNanos) {
        Timeframe timeframe = windows[0].timeframe();
        return nextOpenNanos == NEVER ? timeframe.openTimeNanos(timeNanos) : timeframe.openAfter(nextOpenNanos, timeNanos);
    }

    private void cover(long open, long due) {
        openNanos = open;
        dueNanos = due;
        ends[0] = due;
    }

    private long lateBefore() {
        return openNanos == NEVER ? closedUntilNanos : openNanos;
    }

    private IngestResult onLate(long timeNanos, long price, long quantity, long quote, int sideCode) {
        if (lateMerge == null) {
            return dropOrReject(timeNanos, lateBefore());
        }
        long newestNanos = finest.exists() ? Math.max(clockNanos, finest.lastTrade) : clockNanos;
        long lateness = newestNanos - timeNanos;
        if (lateness < 0 || lateness > policy().allowedLatenessNanos()) {
            return IngestResult.LATE_DROPPED;
        }
        checkRange(timeNanos);
        if (!lateMerge.locate(timeNanos, newestNanos)) {
            return IngestResult.LATE_DROPPED;
        }
        lateMerge.checkSums(quantity, quote, sideCode);
        int started = lateMerge.openFrame();
        if (started < windows.length) {
            addUnderWay(quantity, quote);
            ends[started] = windows[started].timeframe().closeTimeNanos(windows[started].timeframe().openTimeNanos(timeNanos));
        }
        lateMerge.apply(timeNanos, price, quantity, quote, sideCode);
        return IngestResult.LATE_MERGED;
    }

    @Override
    public int frames() {
        return windows.length;
    }

    @Override
    public CandleWindow window(int frame) {
        return windows[frame];
    }

    @Override
    public long closeTimeNanos(int frame) {
        return windows[frame].timeframe().closeTimeNanos(windows[frame].openTimeNanos(0));
    }

    /**
     * Gaps of more than a million candles, which no flat candles were made for.
     *
     * @return the count, over all frames.
     */
    public long gapsLeftOut() {
        return gapsLeftOut;
    }

    @Override
    public void close() {
        super.close();
        // The next trade takes the long way, which finds that all is closed.
        closed = true;
        openNanos = NEVER;
        if (lateMerge != null) {
            lateMerge.close();
        }
        if (owner) {
            closeAll(windows);
        }
    }

    private static void closeAll(CandleWindow[] windows) {
        for (CandleWindow window : windows) {
            if (window != null) {
                window.close();
            }
        }
    }
}
