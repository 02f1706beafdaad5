package io.windrow.examples.prove.engines;

import java.util.ArrayDeque;

/** An object a trade and an object a candle, in deques capped by hand. Serves ta4j too, which has no window of trades. */
final class ObjectEngine extends RingEngine<ObjectEngine.Reference> {

    private final ArrayDeque<Trade>[] trades;

    ObjectEngine(EngineSetup setup, HeapCandlesFactory candles) {
        super(setup, Reference::new, candles);
        trades = deques(setup.instruments().size(), setup.trades());
    }

    @Override
    public void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        Trade trade = new Trade(instrumentId, timeNanos, price, quantity, tradeId, sideCode, dueNanos);
        long sequence = claim();
        ring.get(sequence).trade = trade;
        ring.publish(sequence);
    }

    @Override
    public void onEvent(Reference event, long sequence, boolean endOfBatch) {
        Trade trade = event.trade;
        event.trade = null;
        ArrayDeque<Trade> window = trades[trade.instrumentId()];
        if (window.size() == setup.trades()) {
            window.pollFirst();
        }
        window.addLast(trade);
        cascade(trade.instrumentId()).onTrade(trade.timeNanos(), trade.price(), trade.quantity(), trade.dueNanos());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <T> ArrayDeque<T>[] deques(int count, int capacity) {
        ArrayDeque<T>[] made = new ArrayDeque[count];
        for (int i = 0; i < count; i++) {
            made[i] = new ArrayDeque<>(capacity + 1);
        }
        return made;
    }

    /** An event of the ring: it points to the trade and lets go of it once it is handled. */
    static final class Reference {
        private Trade trade;
    }
}
