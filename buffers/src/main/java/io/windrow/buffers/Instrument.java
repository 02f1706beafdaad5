package io.windrow.buffers;

import java.util.Objects;

/**
 * What is traded, and at which decimal scale its prices and quantities are kept. Immutable.
 *
 * @param id               dense number, 0 for the first instrument of its registry.
 * @param symbol           name, as the feed spells it.
 * @param priceDecimals    scale of every price, 0 to {@link Decimals#MAX_SCALE}.
 * @param quantityDecimals scale of every quantity, 0 to {@link Decimals#MAX_SCALE}.
 */
public record Instrument(int id, String symbol, int priceDecimals, int quantityDecimals) {

    /**
     * Creates an instrument.
     *
     * @param id               dense number.
     * @param symbol           name.
     * @param priceDecimals    scale of every price.
     * @param quantityDecimals scale of every quantity.
     * @throws IllegalArgumentException if the id is negative, the symbol empty or a scale out of range.
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
    }
}
