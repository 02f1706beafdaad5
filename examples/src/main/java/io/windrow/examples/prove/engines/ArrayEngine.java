package io.windrow.examples.prove.engines;

/** Primitive ring arrays on the heap for candles and trades, reused events: no garbage either. */
final class ArrayEngine extends RingEngine<HeapEvent> {

    private final ArrayTrades[] trades;

    ArrayEngine(EngineSetup setup) {
        super(setup, HeapEvent::new, ArrayCandles::new);
        trades = new ArrayTrades[setup.instruments().size()];
        for (int id = 0; id < trades.length; id++) {
            trades[id] = new ArrayTrades(setup.trades());
        }
    }

    @Override
    public void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        long sequence = claim();
        HeapEvent event = ring.get(sequence);
        event.instrumentId = instrumentId;
        event.timeNanos = timeNanos;
        event.price = price;
        event.quantity = quantity;
        event.tradeId = tradeId;
        event.sideCode = sideCode;
        event.dueNanos = dueNanos;
        ring.publish(sequence);
    }

    @Override
    public void onEvent(HeapEvent event, long sequence, boolean endOfBatch) {
        trades[event.instrumentId].append(event.timeNanos, event.price, event.quantity, event.tradeId, event.sideCode);
        cascade(event.instrumentId).onTrade(event.timeNanos, event.price, event.quantity, event.dueNanos);
    }

    /** The last trades of an instrument, by column. */
    private static final class ArrayTrades {
        private final long[] times;
        private final long[] prices;
        private final long[] quantities;
        private final long[] ids;
        private final byte[] sides;
        private int head;

        ArrayTrades(int capacity) {
            times = new long[capacity];
            prices = new long[capacity];
            quantities = new long[capacity];
            ids = new long[capacity];
            sides = new byte[capacity];
        }

        void append(long time, long price, long quantity, long id, int side) {
            times[head] = time;
            prices[head] = price;
            quantities[head] = quantity;
            ids[head] = id;
            sides[head] = (byte) side;
            head = head + 1 == times.length ? 0 : head + 1;
        }
    }
}
