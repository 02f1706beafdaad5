package io.windrow.pipeline;

/**
 * One slot of the ring, a cache line:
 *
 * <pre>
 *   0      4            8            16         24      32         40         48     52        64
 *   +------+------------+------------+----------+-------+----------+----------+------+---------+
 *   | type | instrument | event time | due time | price | quantity | trade id | side | reserved|
 *   +------+------------+------------+----------+-------+----------+----------+------+---------+
 * </pre>
 */
final class MarketEventLayout {

    static final int SLOT_BYTES = 64;
    static final int TYPE = 0;
    static final int INSTRUMENT = 4;
    static final int EVENT_TIME = 8;
    static final int DUE_TIME = 16;
    static final int PRICE = 24;
    static final int QUANTITY = 32;
    static final int TRADE_ID = 40;
    static final int SIDE = 48;

    private MarketEventLayout() {
    }
}
