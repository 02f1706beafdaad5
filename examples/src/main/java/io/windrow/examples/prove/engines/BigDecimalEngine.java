package io.windrow.examples.prove.engines;

import io.windrow.buffers.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** The pattern of the engines being replaced: decimals in objects in lists trimmed from the front, a queue between the threads. */
final class BigDecimalEngine implements Engine {

    private static final long DRAIN_POLL_NANOS = 50_000;

    private final EngineSetup setup;
    private final BlockingQueue<DecimalTrade> queue;
    private final List<List<DecimalTrade>> trades = new ArrayList<>();
    private final BigDecimalCandles[][] candles;
    private final Thread consumer;
    private long published;
    private volatile long handled;
    private volatile Throwable fault;

    BigDecimalEngine(EngineSetup setup) {
        this.setup = setup;
        queue = new LinkedBlockingQueue<>(setup.ringSize());
        candles = new BigDecimalCandles[setup.instruments().size()][setup.timeframes().length];
        for (int id = 0; id < candles.length; id++) {
            trades.add(new ArrayList<>());
            for (int frame = 0; frame < candles[id].length; frame++) {
                candles[id][frame] = new BigDecimalCandles(setup.instruments().get(id), setup.timeframes()[frame], setup.candles());
            }
        }
        consumer = setup.threadFactory().newThread(this::consume);
    }

    @Override
    public void start() {
        consumer.start();
    }

    @Override
    public void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        Instrument instrument = setup.instruments().get(instrumentId);
        DecimalTrade trade = new DecimalTrade(instrumentId, timeNanos, BigDecimal.valueOf(price, instrument.priceDecimals()),
            BigDecimal.valueOf(quantity, instrument.quantityDecimals()), tradeId, sideCode, dueNanos);
        try {
            queue.put(trade);
            published++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void awaitDrained() {
        while (handled < published && consumer.isAlive()) {
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
    }

    @Override
    public void forEachCandle(CandleVisitor visitor) {
        for (BigDecimalCandles[] frames : candles) {
            for (BigDecimalCandles frame : frames) {
                frame.forEach(visitor);
            }
        }
    }

    @Override
    public Object[] candleRoots() {
        List<Object> roots = new ArrayList<>();
        for (BigDecimalCandles[] frames : candles) {
            for (BigDecimalCandles frame : frames) {
                roots.add(frame.root());
            }
        }
        return roots.toArray();
    }

    @Override
    public long offHeapCandleBytes() {
        return 0;
    }

    @Override
    public Throwable fault() {
        return fault;
    }

    @Override
    public void close() {
        consumer.interrupt();
    }

    private void consume() {
        try {
            while (true) {
                onTrade(queue.take());
                handled++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    private void onTrade(DecimalTrade trade) {
        List<DecimalTrade> window = trades.get(trade.instrumentId());
        window.add(trade);
        if (window.size() > setup.trades()) {
            window.remove(0);
        }
        BigDecimalCandles[] frames = candles[trade.instrumentId()];
        if (frames[0].isForming()) {
            if (frames[0].isLate(trade.timeNanos())) {
                return;
            }
            if (frames[0].isDue(trade.timeNanos())) {
                closeDue(frames, trade);
            }
        }
        frames[0].merge(trade.timeNanos(), trade.price(), trade.price(), trade.price(), trade.price(), trade.quantity());
    }

    private void closeDue(BigDecimalCandles[] frames, DecimalTrade trade) {
        for (int i = 0; i < frames.length; i++) {
            BigDecimalCandles frame = frames[i];
            if (!frame.isForming()) {
                continue;
            }
            if (!frame.isDue(trade.timeNanos())) {
                return;
            }
            BigDecimalCandles.Candle closed = frame.closeInto(i + 1 < frames.length ? frames[i + 1] : null);
            int side = frame.decide();
            if (side != 0) {
                setup.signals().onSignal(trade.instrumentId(), side, frame.timeframe.stepNanos(), closed.openTime,
                    closed.close.unscaledValue().longValueExact(), trade.dueNanos());
            }
        }
    }

    /** A trade as such engines have it. */
    private record DecimalTrade(
        int instrumentId, long timeNanos, BigDecimal price, BigDecimal quantity, long tradeId, int sideCode, long dueNanos) {
    }
}
