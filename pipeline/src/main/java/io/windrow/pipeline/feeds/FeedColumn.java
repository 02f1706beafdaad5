package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/** What a line of a feed may hold. */
public enum FeedColumn {
    /** When it happened; for a candle, when it opened. */
    TIME("time", AmountKind.NONE),
    /** Name of the instrument. */
    SYMBOL("symbol", AmountKind.NONE),
    /** Price of a trade, or of a level of the book. */
    PRICE("price", AmountKind.PRICE),
    /** Quantity of a trade, or what lies at a level of the book. */
    QUANTITY("quantity", AmountKind.QUANTITY),
    /** Who took the initiative to a trade, or which side of the book a level is on. */
    SIDE("side", AmountKind.NONE),
    /** The exchange's number of a trade, or of an update of the book. */
    ID("id", AmountKind.NONE),
    /** Best price that is bid. */
    BID("bid", AmountKind.PRICE),
    /** Best price that is asked. */
    ASK("ask", AmountKind.PRICE),
    /** Quantity at the best bid. */
    BID_SIZE("bid_size", AmountKind.QUANTITY),
    /** Quantity at the best ask. */
    ASK_SIZE("ask_size", AmountKind.QUANTITY),
    /** First price of a candle. */
    OPEN("open", AmountKind.PRICE),
    /** Highest price of a candle. */
    HIGH("high", AmountKind.PRICE),
    /** Lowest price of a candle. */
    LOW("low", AmountKind.PRICE),
    /** Last price of a candle. */
    CLOSE("close", AmountKind.PRICE),
    /** Sum of the quantities of a candle. */
    VOLUME("volume", AmountKind.QUANTITY),
    /** Sum of price times quantity of a candle, in the currency of the prices. */
    QUOTE_VOLUME("quote_volume", AmountKind.QUOTE),
    /** How many trades a candle is made of. */
    COUNT("count", AmountKind.COUNT),
    /** The part of the volume in which the buyer took the initiative. */
    TAKER_BUY_VOLUME("taker_buy_volume", AmountKind.QUANTITY),
    /** The part of the quote volume in which the buyer took the initiative. */
    TAKER_BUY_QUOTE_VOLUME("taker_buy_quote_volume", AmountKind.QUOTE);

    private final String label;
    private final AmountKind kind;
    private final String malformed;
    private final String tooPrecise;
    private final String overflow;
    private final String negative;

    FeedColumn(String label, AmountKind kind) {
        this.label = label;
        this.kind = kind;
        malformed = label + " is not a number";
        tooPrecise = label + " has more decimals than its scale";
        overflow = label + " does not fit";
        negative = label + " is negative";
    }

    /**
     * The name for configuration and command line.
     *
     * @return the name, such as {@code bid_size}.
     */
    public String label() {
        return label;
    }

    AmountKind kind() {
        return kind;
    }

    /** What is wrong with a number of this column, a mantissa or an error code of {@link Decimals#parse}; null if nothing. */
    String fault(long parsed) {
        if (!Decimals.isError(parsed)) {
            return parsed < 0 && kind != AmountKind.PRICE ? negative : null;
        }
        return parsed == Decimals.MALFORMED ? malformed : parsed == Decimals.TOO_PRECISE ? tooPrecise : overflow;
    }
}
