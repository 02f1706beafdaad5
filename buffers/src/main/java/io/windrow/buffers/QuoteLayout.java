package io.windrow.buffers;

/**
 * How quotes lie: one after another, so that an append touches one or two cache lines.
 *
 * <pre>
 *   0      8     16         24    32         40
 *   +------+-----+----------+-----+----------+
 *   | time | bid | bid size | ask | ask size |
 *   +------+-----+----------+-----+----------+
 * </pre>
 */
final class QuoteLayout {

    /** What the block's header says of a window of quotes. */
    static final int KIND = 3;

    static final int TIME = 0;
    static final int BID = 1;
    static final int BID_SIZE = 2;
    static final int ASK = 3;
    static final int ASK_SIZE = 4;
    static final int COLUMNS = 5;

    private QuoteLayout() {
    }

    static WindowShape shape(int capacity) {
        return new WindowShape(KIND, COLUMNS, capacity, false);
    }
}
