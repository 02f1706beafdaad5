package io.windrow.examples.candles;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.EventCandleBuilder;
import io.windrow.buffers.GapPolicy;
import io.windrow.buffers.HeikinAshi;
import io.windrow.buffers.IngestResult;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.LatePolicy;
import io.windrow.buffers.TradeAggregator;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.feeds.FeedContent;
import java.util.function.Supplier;

/** Makes the candles of a plan, and has them written. Takes off-heap memory for a few candles, for all that are held at most. */
final class CandleMaker implements AutoCloseable {

    private final CandlePlan plan;
    private final OffHeapMemory memory;
    private final HeldCandles held;
    private final TradeAggregator aggregator;
    /** Null unless the candles are averaged. */
    private final CandleWindow averaged;
    private boolean leftOutForming;
    private long refused;
    private String firstRefusal;

    CandleMaker(CandlePlan plan, CandleCsv csv) {
        this.plan = plan;
        CandleSpec source = sourceSpec(plan);
        CandleSpec spec = plan.spec();
        boolean averages = spec.kind() == CandleKind.HEIKIN_ASHI;
        memory = OffHeapMemory.withBudget(
            source.footprintBytes() + plan.policy().footprintBytes(source) + (averages ? spec.footprintBytes() : 0));
        try {
            held = new HeldCandles(csv, spec.kind(), spec.kind().hasTimeframe() ? plan.policy().allowedLatenessNanos() : 0,
                source.gaps() != spec.gaps());
            averaged = averages ? CandleWindow.open(memory, scales(plan), spec) : null;
            aggregator = open(source, averages ? new HeikinAshi(averaged, held) : held);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /**
     * The candles that trades are put into. A late trade needs a candle to go to: where late trades are merged, spans without a trade have
     * one, which is left out when it is written and still empty. Averages go on from candle to candle, so that theirs must not.
     */
    private static CandleSpec sourceSpec(CandlePlan plan) {
        CandleSpec spec = plan.spec();
        if (!spec.kind().hasTimeframe()) {
            return spec;
        }
        boolean filled = plan.policy().late() == LatePolicy.MERGE && spec.kind() == CandleKind.TIME && spec.layout() == CandleLayout.FULL;
        return CandleSpec.of(spec.timeframe()).layout(spec.layout()).capacity(spec.capacity()).gaps(filled ? GapPolicy.FLAT : spec.gaps());
    }

    /** Candles are added up as the mantissas they are: their scales need not be such that trades could be multiplied out. */
    private static Instrument scales(CandlePlan plan) {
        return plan.feed().content() == FeedContent.CANDLES
            ? new Instrument(plan.scales().id(), plan.scales().symbol(), 0, 0) : plan.scales();
    }

    private TradeAggregator open(CandleSpec source, CandleListener listener) {
        Instrument instrument = averaged == null ? scales(plan) : averaged.instrument();
        return source.kind() == CandleKind.TIME ? CandleBuilder.open(memory, instrument, plan.policy(), listener, source)
            : EventCandleBuilder.open(memory, instrument, plan.policy(), listener, source);
    }

    void onTrade(long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        put(timeNanos, () -> aggregator.onTrade(timeNanos, price, quantity, tradeId, sideCode));
    }

    void onQuote(long timeNanos, long bid, long ask) {
        put(timeNanos, () -> aggregator.onQuote(timeNanos, bid, ask, plan.side()));
    }

    void onCandle(long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume, long count,
        long takerBuyVolume, long takerBuyQuoteVolume) {
        put(openTimeNanos, () -> ((CandleBuilder) aggregator).onCandle(openTimeNanos, open, high, low, close, volume, quoteVolume, count,
            takerBuyVolume, takerBuyQuoteVolume));
    }

    private void put(long timeNanos, Supplier<IngestResult> row) {
        held.arrives(timeNanos);
        try {
            IngestResult result = row.get();
            if (result == IngestResult.ACCEPTED || result == IngestResult.LATE_MERGED) {
                held.taken();
            }
        } catch (ArithmeticException e) {
            throw tooLarge(timeNanos, e);
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    /** What the builder refuses it leaves out, as bad lines are. */
    private void refuse(IllegalArgumentException why) {
        firstRefusal = refused == 0 ? why.getMessage() : firstRefusal;
        refused++;
    }

    /** A candle that lacks a trade would be wrong, so this ends the run. */
    private static ArithmeticException tooLarge(long timeNanos, ArithmeticException cause) {
        ArithmeticException stop = new ArithmeticException("sums of a candle must fit a long at their scale, and --layout ohlcv keeps no "
            + "quote volumes: timeNanos=" + timeNanos + " (" + cause.getMessage() + ")");
        stop.initCause(cause);
        return stop;
    }

    /** Whether a candle was left behind by {@link #finish}, as it was still forming. */
    boolean leftOutForming() {
        return leftOutForming;
    }

    long formingOpenNanos() {
        return forming().forming(CandleField.OPEN_TIME);
    }

    /** Writes all that is left; with the candle that is forming, if it is to be taken as complete. */
    void finish(boolean withForming) {
        boolean write = withForming && forming().hasForming();
        leftOutForming = !withForming && forming().hasForming();
        if (write && plan.spec().kind().hasTimeframe()) {
            aggregator.onClock(plan.spec().timeframe().closeTimeNanos(formingOpenNanos()));
        }
        held.flush();
        if (write && !plan.spec().kind().hasTimeframe()) {
            held.writeForming(forming());
        }
    }

    private CandleWindow forming() {
        return aggregator.window(0);
    }

    long count(IngestResult result) {
        return aggregator.count(result);
    }

    /** Rows with numbers that cannot be, or that this kind of candle cannot take. */
    long refused() {
        return refused;
    }

    /** Why the first of them was refused. */
    String firstRefusal() {
        return firstRefusal;
    }

    /** Spans too long for candles at the last close. */
    long gapsLeftOut() {
        return aggregator instanceof CandleBuilder builder && plan.spec().gaps() == GapPolicy.FLAT ? builder.gapsLeftOut() : 0;
    }

    long usedBytes() {
        return memory.usedBytes();
    }

    @Override
    public void close() {
        aggregator.close();
        if (averaged != null) {
            averaged.close();
        }
        memory.close();
    }
}
