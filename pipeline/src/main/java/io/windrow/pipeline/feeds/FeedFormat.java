package io.windrow.pipeline.feeds;

/** How the lines of a feed are written. */
public enum FeedFormat {
    /** Recorded websocket messages of Binance, one JSON text per line, with or without the recorder's time before it. */
    BINANCE_WS("binance-ws"),
    /** Binance's public trade files, spot or futures. */
    BINANCE_TRADES("binance-trades"),
    /** Binance's public files of aggregated trades, spot or futures. */
    BINANCE_AGGTRADES("binance-aggtrades"),
    /** Comma-separated values with columns that the options name. */
    CSV("csv");

    private final String label;

    FeedFormat(String label) {
        this.label = label;
    }

    /**
     * The name for configuration and command line.
     *
     * @return the name, such as {@code binance-ws}.
     */
    public String label() {
        return label;
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
