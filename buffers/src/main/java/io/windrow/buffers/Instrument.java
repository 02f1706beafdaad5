package io.windrow.buffers;

import java.util.Objects;

/**
 * What is traded, at which decimal scale its prices and quantities are kept, and in which steps they may be. Immutable, for any
 * thread; the checks allocate nothing but on error.
 *
 * @param id               dense number, 0 for the first instrument of its registry.
 * @param symbol           name, as the feed spells it.
 * @param priceDecimals    scale of every price, 0 to {@link Decimals#MAX_SCALE}.
 * @param quantityDecimals scale of every quantity, 0 to {@link Decimals#MAX_SCALE}.
 * @param quoteDecimals    scale of every quote volume, which is price × quantity, 0 to {@link Decimals#MAX_SCALE}.
 * @param tickSize         step of prices, a mantissa at the price scale; positive, 1 for any price.
 * @param lotSize          step of quantities, a mantissa at the quantity scale; positive, 1 for any quantity.
 */
public record Instrument(
    int id, String symbol, int priceDecimals, int quantityDecimals, int quoteDecimals, long tickSize, long lotSize) {

    /**
     * Creates an instrument.
     *
     * @param id               dense number.
     * @param symbol           name.
     * @param priceDecimals    scale of every price.
     * @param quantityDecimals scale of every quantity.
     * @param quoteDecimals    scale of every quote volume.
     * @param tickSize         step of prices.
     * @param lotSize          step of quantities.
     * @throws IllegalArgumentException if the id is negative, the symbol empty, a scale out of range or a step not positive.
     */
    public Instrument {
        Objects.requireNonNull(symbol, "symbol");
        if (id < 0) {
            throw new IllegalArgumentException("id must not be negative: id=" + id);
        }
        if (symbol.isEmpty()) {
            throw new IllegalArgumentException("symbol must not be empty: id=" + id);
        }
        Decimals.checkScale(priceDecimals);
        Decimals.checkScale(quantityDecimals);
        Decimals.checkScale(quoteDecimals);
        if (tickSize <= 0) {
            throw new IllegalArgumentException("tick size must be positive: tickSize=" + tickSize + ", instrument=" + symbol);
        }
        if (lotSize <= 0) {
            throw new IllegalArgumentException("lot size must be positive: lotSize=" + lotSize + ", instrument=" + symbol);
        }
    }

    /**
     * Creates an instrument of any price and quantity, whose quote volume is exact: it has the decimals of price and quantity together,
     * but no more than {@link Decimals#MAX_SCALE}.
     *
     * @param id               dense number.
     * @param symbol           name.
     * @param priceDecimals    scale of every price.
     * @param quantityDecimals scale of every quantity.
     * @throws IllegalArgumentException if the id is negative, the symbol empty or a scale out of range.
     */
    public Instrument(int id, String symbol, int priceDecimals, int quantityDecimals) {
        this(id, symbol, Decimals.checkScale(priceDecimals), Decimals.checkScale(quantityDecimals),
            Math.min(Decimals.MAX_SCALE, priceDecimals + quantityDecimals), 1, 1);
    }

    /**
     * Whether a price is a whole number of ticks. Negative prices may be.
     *
     * @param price mantissa at the price scale.
     * @return true if the tick size divides it.
     */
    public boolean isOnTick(long price) {
        return tickSize == 1 || price % tickSize == 0;
    }

    /**
     * Whether a quantity is a whole number of lots.
     *
     * @param quantity mantissa at the quantity scale.
     * @return true if the lot size divides it.
     */
    public boolean isOnLot(long quantity) {
        return lotSize == 1 || quantity % lotSize == 0;
    }

    /**
     * Refuses a price between two ticks.
     *
     * @param price mantissa at the price scale.
     * @throws IllegalArgumentException if the tick size does not divide it.
     */
    public void checkPrice(long price) {
        if (!isOnTick(price)) {
            throw new IllegalArgumentException("price must be a multiple of the tick size: price=" + price + ", tickSize=" + tickSize
                + ", instrument=" + symbol);
        }
    }

    /**
     * Refuses a quantity between two lots.
     *
     * @param quantity mantissa at the quantity scale.
     * @throws IllegalArgumentException if the lot size does not divide it.
     */
    public void checkQuantity(long quantity) {
        if (!isOnLot(quantity)) {
            throw new IllegalArgumentException("quantity must be a multiple of the lot size: quantity=" + quantity + ", lotSize=" + lotSize
                + ", instrument=" + symbol);
        }
    }
}
