package io.windrow.examples.prove.engines;

import io.windrow.pools.LanePool;
import io.windrow.pools.ObjectPool;
import java.util.ArrayDeque;

/** {@link ObjectEngine} with its trades from a pool: acquired by the thread that publishes, released by the one that consumes. */
final class PooledEngine extends RingEngine<PooledEngine.Reference> {

    private final ArrayDeque<PooledTrade>[] trades;
    /** Never closed: the windows hold trades to the end, and what is on the heap is the collector's. */
    private final LanePool<PooledTrade> pool;

    PooledEngine(EngineSetup setup, HeapCandlesFactory candles) {
        super(setup, Reference::new, candles);
        trades = ObjectEngine.deques(setup.instruments().size(), setup.trades());
        // As many as the windows and the ring hold, and the one that is being published.
        int most = Math.addExact(Math.multiplyExact(setup.instruments().size(), setup.trades()), setup.ringSize() + 1);
        pool = ObjectPool.of(PooledTrade::new).name("trades").capacity(most).lane();
    }

    @Override
    public void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        PooledTrade trade = pool.acquire().set(instrumentId, timeNanos, price, quantity, tradeId, sideCode, dueNanos);
        long sequence = claim();
        ring.get(sequence).trade = trade;
        ring.publish(sequence);
    }

    @Override
    public void onEvent(Reference event, long sequence, boolean endOfBatch) {
        PooledTrade trade = event.trade;
        event.trade = null;
        ArrayDeque<PooledTrade> window = trades[trade.instrumentId];
        if (window.size() == setup.trades()) {
            pool.release(window.pollFirst());
        }
        window.addLast(trade);
        cascade(trade.instrumentId).onTrade(trade.timeNanos, trade.price, trade.quantity, trade.dueNanos);
    }

    /** An event of the ring: it points to the trade and lets go of it once it is handled. */
    static final class Reference {
        private PooledTrade trade;
    }
}
