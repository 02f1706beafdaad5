package io.windrow.pipeline;

import io.windrow.pools.Quote;
import io.windrow.pools.Trade;
import java.nio.ByteOrder;

/**
 * One slot of the ring, a cache line of eight {@code long}s. Behind its head lies a {@link Trade} or a {@link Quote}, field by field,
 * so that it is copied as one run; the other types keep to the same places:
 *
 * <pre>
 *          0      4       8            12       16           24         32      40         48         56         64
 *          +------+-------+------------+--------+------------+----------+-------+----------+----------+----------+
 *   trade  | type | -     | instrument | side   | event time | due time | price | quantity | trade id | -        |
 *   quote  | type | -     | instrument | -      | event time | due time | bid   | bid size | ask      | ask size |
 *   depth  | type | flags | instrument | side   | event time | due time | price | quantity | update id| -        |
 *   candle | type | vol.lo| instrument | vol.hi | open time  | due time | open  | high     | low      | close    |
 *   clock  | type | -     | -          | -      | time       | due time | -     | -        | -        | -        |
 *          +------+-------+------------+--------+------------+----------+-------+----------+----------+----------+
 * </pre>
 */
final class MarketEventLayout {

    static final int SLOT_BYTES = 64;
    static final int SLOT_LONGS = SLOT_BYTES / Long.BYTES;
    /** From the number of a slot to that of its first {@code long}. */
    static final int SLOT_SHIFT = 3;

    /** Where a {@link Trade} or a {@link Quote} begins, in bytes. */
    static final int MESSAGE = 8;

    // The slot's longs.
    static final int HEAD = 0;
    static final int WHAT = 1;
    static final int TIME = 2;
    static final int DUE = 3;
    static final int FIRST = 4;
    static final int SECOND = 5;
    static final int THIRD = 6;
    static final int FOURTH = 7;

    private static final boolean LOW_FIRST = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long LOW_INT = 0xFFFF_FFFFL;

    static {
        // The messages are declared elsewhere; copying them as one run holds only as long as they lie like this.
        place("instrumentId", WHAT, 0, Trade.LAYOUT.field("instrumentId").offset(), Quote.LAYOUT.field("instrumentId").offset());
        place("side", WHAT, Integer.BYTES, Trade.LAYOUT.field("side").offset());
        place("timeNanos", TIME, 0, Trade.LAYOUT.field("timeNanos").offset(), Quote.LAYOUT.field("timeNanos").offset());
        place("dueNanos", DUE, 0, Trade.LAYOUT.field("dueNanos").offset(), Quote.LAYOUT.field("dueNanos").offset());
        place("price, bid", FIRST, 0, Trade.LAYOUT.field("price").offset(), Quote.LAYOUT.field("bid").offset());
        place("quantity, bidSize", SECOND, 0, Trade.LAYOUT.field("quantity").offset(), Quote.LAYOUT.field("bidSize").offset());
        place("tradeId, ask", THIRD, 0, Trade.LAYOUT.field("tradeId").offset(), Quote.LAYOUT.field("ask").offset());
        place("askSize", FOURTH, 0, Quote.LAYOUT.field("askSize").offset());
    }

    private MarketEventLayout() {
    }

    private static void place(String field, int number, int rest, int... offsets) {
        for (int offset : offsets) {
            if (MESSAGE + offset != number * Long.BYTES + rest) {
                throw new ExceptionInInitializerError("a message's field must lie in the slot where the event has it: field=" + field);
            }
        }
    }

    /** Two {@code int}s that lie one behind the other, as one {@code long}. */
    static long pair(int first, int second) {
        return LOW_FIRST ? first & LOW_INT | (long) second << 32 : (long) first << 32 | second & LOW_INT;
    }

    static int first(long pair) {
        return LOW_FIRST ? (int) pair : (int) (pair >>> 32);
    }

    static int second(long pair) {
        return LOW_FIRST ? (int) (pair >>> 32) : (int) pair;
    }

    /** A candle's volume, out of the two halves. */
    static long volume(long head, long what) {
        return second(head) & LOW_INT | (long) second(what) << 32;
    }
}
