package io.windrow.pools;

import io.windrow.buffers.Side;

/**
 * What is held of an instrument, and what was paid for it: the row of a {@link SlotTable} of positions. Exact, because nothing is divided:
 * the cash of all fills is kept instead of an average price. A flat position's cash is its profit; {@link #profitAt} is that of any other.
 * Fees are not in it. 48 bytes:
 *
 * <pre>
 *   0            4         8          16          24          32           40          48
 *   +------------+---------+----------+-----------+-----------+------------+-----------+
 *   | instrument |    -    | quantity | cash high | cash low  | last price | time      |
 *   +------------+---------+----------+-----------+-----------+------------+-----------+
 * </pre>
 */
public final class Position extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("position");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final LongField QUANTITY = FIELDS.longField("quantity");
    private static final LongField CASH_HIGH = FIELDS.longField("cashHigh");
    private static final LongField CASH_LOW = FIELDS.longField("cashLow");
    private static final LongField LAST_PRICE = FIELDS.longField("lastPrice");
    private static final LongField TIME = FIELDS.longField("timeNanos");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any table or pool. */
    public Position() {
        super(LAYOUT);
    }

    /**
     * Makes the position one of an instrument, with nothing held.
     *
     * @param instrumentId what is held.
     */
    public void set(int instrumentId) {
        put(INSTRUMENT, instrumentId);
        put(QUANTITY, 0);
        put(CASH_HIGH, 0);
        put(CASH_LOW, 0);
        put(LAST_PRICE, 0);
        put(TIME, 0);
    }

    /**
     * Books a fill.
     *
     * @param side      which way.
     * @param price     mantissa.
     * @param quantity  mantissa, positive.
     * @param timeNanos when, nanoseconds since the epoch.
     * @throws IllegalArgumentException if the side is unknown or the quantity not positive; the position is unchanged then.
     * @throws ArithmeticException      if the quantity held leaves 64 bits or the cash 128; the position is unchanged then.
     */
    public void applyFill(Side side, long price, long quantity, long timeNanos) {
        if (side == Side.UNKNOWN || quantity <= 0) {
            throw new IllegalArgumentException(
                "a fill must have a side and a positive quantity: side=" + side + ", quantity=" + quantity);
        }
        long signed = side == Side.BUY ? quantity : -quantity;
        long held = quantity() + signed;
        if (held > quantity() != signed > 0) {
            throw new ArithmeticException(
                "held quantity must fit 64 bits: held=" + quantity() + ", side=" + side + ", quantity=" + quantity);
        }
        put(CASH_HIGH, highLess(price, signed));
        put(CASH_LOW, cashLow() - price * signed);
        put(QUANTITY, held);
        put(LAST_PRICE, price);
        put(TIME, timeNanos);
    }

    /**
     * What is held.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return get(INSTRUMENT);
    }

    /**
     * How much is held.
     *
     * @return mantissa at the instrument's quantity scale, negative if it is sold short.
     */
    public long quantity() {
        return get(QUANTITY);
    }

    /**
     * Whether nothing is held: what a table of positions is swept by.
     *
     * @return true if the quantity is 0.
     */
    public boolean isFlat() {
        return quantity() == 0;
    }

    /**
     * What was taken for all that was sold, less what was paid for all that was bought.
     *
     * @return price times quantity, a mantissa at the sum of the instrument's two scales.
     * @throws ArithmeticException if it does not fit 64 bits: {@link #cashHigh()} and {@link #cashLow()} hold it then.
     */
    public long cash() {
        return fitting(cashHigh(), cashLow(), "cash");
    }

    /**
     * The upper half of the cash, which is a 128-bit number in two's complement.
     *
     * @return bits 64 to 127.
     */
    public long cashHigh() {
        return get(CASH_HIGH);
    }

    /**
     * The lower half of the cash.
     *
     * @return bits 0 to 63.
     */
    public long cashLow() {
        return get(CASH_LOW);
    }

    /**
     * The cash if all that is held were sold, or bought back, at a price: the profit so far, realised or not.
     *
     * @param price mantissa.
     * @return a mantissa at the sum of the instrument's two scales.
     * @throws ArithmeticException if it does not fit 64 bits.
     */
    public long profitAt(long price) {
        return fitting(highPlus(price, quantity()), cashLow() + price * quantity(), "profit");
    }

    /**
     * Price of the latest fill.
     *
     * @return mantissa at the instrument's price scale, 0 before the first.
     */
    public long lastPrice() {
        return get(LAST_PRICE);
    }

    /**
     * Time of the latest fill.
     *
     * @return nanoseconds since the epoch, 0 before the first.
     */
    public long timeNanos() {
        return get(TIME);
    }

    /** The upper half of the cash less a product. */
    private long highLess(long price, long quantity) {
        long borrow = Long.compareUnsigned(cashLow(), price * quantity) < 0 ? 1 : 0;
        long less = Math.multiplyHigh(price, quantity) + borrow;
        long high = cashHigh() - less;
        // The sign of a difference is wrong only where the signs of its parts differ.
        if (((cashHigh() ^ less) & (cashHigh() ^ high)) < 0) {
            throw new ArithmeticException(
                "cash must fit 128 bits: price=" + price + ", quantity=" + quantity + ", cashHigh=" + cashHigh());
        }
        return high;
    }

    /** The upper half of the cash and a product. A product has 127 bits: a sum beyond 128 does not come back to where 64 are enough. */
    private long highPlus(long price, long quantity) {
        long carry = Long.compareUnsigned(cashLow() + price * quantity, cashLow()) < 0 ? 1 : 0;
        return cashHigh() + Math.multiplyHigh(price, quantity) + carry;
    }

    private static long fitting(long high, long low, String what) {
        if (high != low >> Long.SIZE - 1) {
            throw new ArithmeticException(what + " must fit 64 bits: high=" + high + ", low=" + low);
        }
        return low;
    }
}
