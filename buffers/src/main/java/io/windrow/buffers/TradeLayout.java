package io.windrow.buffers;

/**
 * How trades lie: one after another, so that an append touches one or two cache lines.
 *
 * <pre>
 *   0      8       16         24         32     40
 *   +------+-------+----------+----------+------+
 *   | time | price | quantity | trade id | side |
 *   +------+-------+----------+----------+------+
 * </pre>
 */
final class TradeLayout {

    /** What the block's header says of a window of trades. */
    static final int KIND = 2;

    static final int TIME = 0;
    static final int PRICE = 1;
    static final int QUANTITY = 2;
    static final int ID = 3;
    static final int SIDE = 4;
    static final int COLUMNS = 5;

    private TradeLayout() {
    }

    static WindowShape shape(int capacity) {
        return new WindowShape(KIND, COLUMNS, capacity, false);
    }
}
