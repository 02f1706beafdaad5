package io.windrow.pipeline;

import io.windrow.pools.Trade;

/**
 * One slot of the ring, a cache line. Behind its head lies a {@link Trade}, field by field, so that an event's trade is copied as one run:
 *
 * <pre>
 *   0      4          8            12     16           24         32      40         48         56         64
 *   +------+----------+------------+------+------------+----------+-------+----------+----------+----------+
 *   | type | reserved | instrument | side | event time | due time | price | quantity | trade id | reserved |
 *   +------+----------+------------+------+------------+----------+-------+----------+----------+----------+
 *                     +---------------------- Trade: 48 bytes ---------------------------------+
 * </pre>
 */
final class MarketEventLayout {

    static final int SLOT_BYTES = 64;
    static final int TYPE = 0;
    static final int TRADE = 8;
    static final int INSTRUMENT = inTrade("instrumentId");
    static final int SIDE = inTrade("side");
    static final int EVENT_TIME = inTrade("timeNanos");
    static final int DUE_TIME = inTrade("dueNanos");
    static final int PRICE = inTrade("price");
    static final int QUANTITY = inTrade("quantity");
    static final int TRADE_ID = inTrade("tradeId");

    private MarketEventLayout() {
    }

    private static int inTrade(String field) {
        return TRADE + Trade.LAYOUT.field(field).offset();
    }
}
