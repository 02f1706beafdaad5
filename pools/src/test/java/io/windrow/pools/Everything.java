package io.windrow.pools;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.Side;

/** A message as a user declares it, with a field of every type, some so placed that there are gaps. */
final class Everything extends Message {

    static final MessageLayout.Builder FIELDS = MessageLayout.named("everything");
    static final IntField COUNT = FIELDS.intField("count");
    static final LongField TOTAL = FIELDS.longField("total");
    static final BooleanField LAST = FIELDS.booleanField("last");
    static final DoubleField RATE = FIELDS.doubleField("rate");
    static final TextField SYMBOL = FIELDS.textField("symbol", 4);
    static final SideField SIDE = FIELDS.sideField("side");
    static final EnumField<CandleKind> KIND = FIELDS.enumField("kind", CandleKind.class);
    static final TextField CLIENT = FIELDS.textField("client", 13);
    static final MessageLayout LAYOUT = FIELDS.build();

    Everything() {
        super(LAYOUT);
    }

    public void set(int count, long total, boolean last, double rate, String symbol, Side side, CandleKind kind, String client) {
        put(COUNT, count);
        put(TOTAL, total);
        put(LAST, last);
        put(RATE, rate);
        put(SYMBOL, symbol);
        put(SIDE, side);
        put(KIND, kind);
        put(CLIENT, client);
    }
}
