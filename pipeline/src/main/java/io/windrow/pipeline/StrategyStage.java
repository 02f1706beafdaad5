package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorFaultListener;
import io.windrow.buffers.indicators.IndicatorSet;

/**
 * The stages that run on one consumer thread: windows, candles, indicators, strategies. For all instruments, or those of one shard.
 * What it knows of the windows and what strategies may ask of it is in {@link StageContext}.
 */
final class StrategyStage extends StageContext implements EventHandler<MarketEvent>, IndicatorFaultListener {

    /** As number of an event: no more signals come. */
    private static final long ENDED = Long.MAX_VALUE;

    private final Life life;
    private final boolean[] disabled;
    /** Null where nobody measures. */
    private final StageLatency latency;
    private final Leftover leftover = new Leftover();
    private final long[] slot = new long[MarketEventLayout.SLOT_LONGS];
    private Attendance attendance;
    private Conflation conflation;
    private Sequence done;
    private long[] orders;
    private int mask;
    private volatile long handledSequence = -1;
    private volatile long handledOrder = -1;
    private volatile int disabledCount;

    StrategyStage(PipelineState state, PipelineBuilder plan, StageStrategies strategies, Shards shards, int shard, Life life,
        Faults faults) {
        super(state, plan, strategies, shards, shard, faults);
        this.life = life;
        disabled = new boolean[strategies.count()];
        latency = plan.measureLatency ? new StageLatency() : null;
    }

    /** A new ring is there. Only what has to do with the ring begins anew. */
    void begin(Attendance newAttendance, Conflation newConflation, long[] newOrders, int newMask) {
        attendance = newAttendance;
        conflation = newConflation;
        orders = newOrders;
        mask = newMask;
        handledSequence = -1;
        handledOrder = number;
        leftover.clear();
    }

    StageLatency latency() {
        return latency;
    }

    int disabledCount() {
        return disabledCount;
    }

    /** Events that were only counted, being left when the pipeline was stopped. */
    Leftover leftover() {
        return leftover;
    }

    /** All signals of events up to this number are in the lane's queue. */
    long safeUpTo(long published) {
        long order = handledOrder;
        long handled = handledSequence;
        if (order == ENDED) {
            return ENDED;
        }
        // What was published before is in the ring: a stage that has handled all that was let seen has handled it.
        return handled >= publishedSequence() ? published | 1 : order | 1;
    }

    @Override
    public void setSequenceCallback(Sequence sequence) {
        done = sequence;
    }

    @Override
    public void onStart() {
        attendance.begin();
    }

    @Override
    public void onShutdown() {
        lane().stopped();
        handledOrder = ENDED;
        attendance.end();
    }

    @Override
    public void onEvent(MarketEvent next, long sequence, boolean endOfBatch) {
        if (life.isDiscarding()) {
            leftover.note(sequence);
        } else {
            handle(next, sequence);
        }
        if (endOfBatch) {
            batchDone(sequence);
        }
    }

    private void handle(MarketEvent next, long sequence) {
        try {
            event = next;
            next.read(slot);
            number = orders == null ? number + EventOrder.STEP : orders[(int) sequence & mask];
            place = 0;
            timeNanos = slot[MarketEventLayout.TIME];
            dueNanos = slot[MarketEventLayout.DUE];
            if (latency != null) {
                latency.begin(dueNanos);
            }
            dispatch(MarketEventLayout.first(slot[MarketEventLayout.HEAD]), MarketEventLayout.first(slot[MarketEventLayout.WHAT]));
            if (latency != null) {
                latency.strategiesDone();
            }
        } catch (Throwable e) {
            // The ring must go on: a consumer that dies would leave its publisher waiting for ever.
            faults.add("pipeline", event, e);
        }
    }

    private void batchDone(long sequence) {
        lane().idle();
        if (orders != null) {
            handledOrder = number;
            handledSequence = sequence;
        }
        if (conflation != null) {
            done.set(sequence);
            conflation.roomMade();
        }
    }

    private void dispatch(int type, int id) {
        switch (type) {
            case MarketEvent.TRADE -> onTrade(id);
            case MarketEvent.QUOTE -> onQuote(id);
            case MarketEvent.CANDLE -> onCandle(id);
            case MarketEvent.DEPTH -> onDepth();
            default -> onClock();
        }
    }

    private void onTrade(int id) {
        long price = slot[MarketEventLayout.FIRST];
        long quantity = slot[MarketEventLayout.SECOND];
        long tradeId = slot[MarketEventLayout.THIRD];
        int side = MarketEventLayout.second(slot[MarketEventLayout.WHAT]);
        TradeWindow trades = state.trades(id);
        trades.append(timeNanos, price, quantity, tradeId, side);
        state.candles(id).onTrade(timeNanos, price, quantity, tradeId, side);
        windowsDone();
        for (int i = 0; i < strategies.length; i++) {
            tellTrade(i, trades);
        }
    }

    private void onQuote(int id) {
        QuoteWindow quotes = state.quotes(id);
        quotes.append(timeNanos, slot[MarketEventLayout.FIRST], slot[MarketEventLayout.SECOND], slot[MarketEventLayout.THIRD],
            slot[MarketEventLayout.FOURTH]);
        windowsDone();
        for (int i = 0; i < strategies.length; i++) {
            tellQuote(i, quotes);
        }
    }

    /** A candle of somebody else's: it goes into the windows as the trades it stands for would. */
    private void onCandle(int id) {
        long volume = MarketEventLayout.volume(slot[MarketEventLayout.HEAD], slot[MarketEventLayout.WHAT]);
        state.candles(id).onCandle(timeNanos, slot[MarketEventLayout.FIRST], slot[MarketEventLayout.SECOND], slot[MarketEventLayout.THIRD],
            slot[MarketEventLayout.FOURTH], volume, 0, 0, 0, 0);
        windowsDone();
    }

    private void onDepth() {
        windowsDone();
        for (int i = 0; i < strategies.length; i++) {
            tellDepth(i);
        }
    }

    private void onClock() {
        for (int id = firstInstrument(); id < state.size(); id += instrumentStep()) {
            CandleBuilder candles = state.candles(id);
            place = (long) id << Integer.SIZE;
            candles.onClock(timeNanos);
        }
        windowsDone();
        number++;
        for (int i = 0; i < strategies.length; i++) {
            tellClock(i);
        }
        number--;
    }

    private void windowsDone() {
        place++;
        if (latency != null) {
            latency.windowsDone();
        }
    }

    @Override
    void signalSent() {
        if (latency != null) {
            latency.signalSent();
        }
    }

    /** A candle has closed; called by the builders in the midst of an event. */
    void onClosed(CandleWindow window) {
        place++;
        update(state.indicators(window.index()));
        for (int i = 0; i < strategies.length; i++) {
            tellCandle(i, window);
        }
    }

    // What an author's code throws ends here: the candles, and the other strategies, must not miss what they are due.

    private void update(IndicatorSet set) {
        try {
            if (set != null) {
                set.update(this);
            }
        } catch (Throwable e) {
            faults.add("indicators", event, e);
        }
    }

    @Override
    public void onFault(Indicator indicator, Throwable thrown) {
        faults.add("indicator " + indicator, event, thrown);
    }

    private void tellTrade(int i, TradeWindow trades) {
        try {
            if (isEnabled(i)) {
                strategies[i].onTrade(trades, this);
            }
        } catch (Throwable e) {
            fault(i, "onTrade", e);
        }
    }

    private void tellQuote(int i, QuoteWindow quotes) {
        try {
            if (isEnabled(i)) {
                strategies[i].onQuote(quotes, this);
            }
        } catch (Throwable e) {
            fault(i, "onQuote", e);
        }
    }

    private void tellDepth(int i) {
        try {
            if (isEnabled(i)) {
                strategies[i].onDepth(event, this);
            }
        } catch (Throwable e) {
            fault(i, "onDepth", e);
        }
    }

    private void tellCandle(int i, CandleWindow window) {
        try {
            if (isEnabled(i)) {
                strategies[i].onCandle(window, this);
            }
        } catch (Throwable e) {
            fault(i, "onCandle", e);
        }
    }

    private void tellClock(int i) {
        try {
            if (isEnabled(i)) {
                strategies[i].onClock(timeNanos, this);
            }
        } catch (Throwable e) {
            fault(i, "onClock", e);
        }
    }

    /** Makes it the strategy whose signals come next. */
    private boolean isEnabled(int i) {
        strategy = i;
        return !disabled[i];
    }

    private void fault(int i, String call, Throwable thrown) {
        if (faults.policy() == OnFault.DISABLE_STRATEGY) {
            disabled[i] = true;
            disabledCount++;
        }
        faults.add("strategy " + strategyId(i) + " (" + Faults.name(strategies[i]) + ") in " + call, event, thrown);
    }
}
