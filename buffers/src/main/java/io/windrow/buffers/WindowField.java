package io.windrow.buffers;

/** A value that every row of a window has: its column, and what its mantissa counts. Implemented by the enums of the windows. */
public interface WindowField {

    /**
     * Which column holds it.
     *
     * @return position in the row, from 0.
     */
    int column();

    /**
     * What its {@code long} counts.
     *
     * @return the unit.
     */
    Unit unit();

    /** What the {@code long} of a field counts, and with it the scale. */
    enum Unit {
        /** Nanoseconds since the epoch, UTC. */
        NANOS,
        /** Mantissa at the instrument's price scale. */
        PRICE,
        /** Mantissa at the instrument's quantity scale. */
        QUANTITY,
        /** Mantissa of price × quantity, at the instrument's quote scale. */
        QUOTE,
        /** A whole number. */
        COUNT;

        /**
         * How many decimals a value of this unit has.
         *
         * @param instrument what it belongs to.
         * @return the scale, 0 for times and counts.
         */
        public int decimals(Instrument instrument) {
            return switch (this) {
                case PRICE -> instrument.priceDecimals();
                case QUANTITY -> instrument.quantityDecimals();
                case QUOTE -> instrument.quoteDecimals();
                default -> 0;
            };
        }
    }
}
