package io.windrow.pipeline.feeds;

import java.util.List;

/** How the lines of a feed are written. */
public enum FeedFormat {
    /** Recorded websocket messages of Binance, one JSON text per line, with or without the recorder's time before it. */
    BINANCE_WS("binance-ws", FeedContent.TRADES, FeedContent.QUOTES, FeedContent.CANDLES, FeedContent.DEPTH),
    /** The same of Coinbase: the Exchange feed and the Advanced Trade feed, told by the message. */
    COINBASE_WS("coinbase-ws", FeedContent.TRADES, FeedContent.QUOTES, FeedContent.DEPTH),
    /** The same of Kraken: version 1 and version 2, told by the message. */
    KRAKEN_WS("kraken-ws", FeedContent.TRADES, FeedContent.QUOTES, FeedContent.DEPTH),
    /** Binance's public trade files, spot or futures. */
    BINANCE_TRADES("binance-trades", FeedContent.TRADES),
    /** Binance's public files of aggregated trades, spot or futures. */
    BINANCE_AGGTRADES("binance-aggtrades", FeedContent.TRADES),
    /** Binance's public kline files, spot or futures, with or without their last column, which is to be ignored. */
    BINANCE_KLINES("binance-klines", FeedContent.CANDLES),
    /** Trades or quotes as comma-separated values with columns that the options name. */
    CSV("csv", FeedContent.TRADES, FeedContent.QUOTES),
    /** Candles as comma-separated values with columns that the options name. */
    CSV_CANDLES("csv-candles", FeedContent.CANDLES);

    private final String label;
    private final List<FeedContent> contents;

    FeedFormat(String label, FeedContent... contents) {
        this.label = label;
        this.contents = List.of(contents);
    }

    /**
     * The name for configuration and command line.
     *
     * @return the name, such as {@code binance-ws}.
     */
    public String label() {
        return label;
    }

    /** What the rows may be; the first unless the options choose. */
    List<FeedContent> contents() {
        return contents;
    }

    /** Whether the lines are messages, each of which names its symbol and says what it holds. */
    boolean isMessages() {
        return this == BINANCE_WS || this == COINBASE_WS || this == KRAKEN_WS;
    }

    /** Whether the options name the columns. */
    boolean isCsv() {
        return this == CSV || this == CSV_CANDLES;
    }

    /**
     * The format of a name.
     *
     * @param label as {@link #label()} gives it.
     * @return the format.
     * @throws IllegalArgumentException if there is none of this name.
     */
    public static FeedFormat of(String label) {
        StringBuilder known = new StringBuilder();
        for (FeedFormat format : values()) {
            if (format.label.equals(label)) {
                return format;
            }
            known.append(known.length() == 0 ? "" : ", ").append(format.label);
        }
        throw new IllegalArgumentException("unknown format: format=" + label + " (known: " + known + ")");
    }
}
