package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.List;

/** What a row of a feed is. A file of columns has one kind; recorded messages may hold several, and the options choose among them. */
public enum FeedContent {
    /** Trades. */
    TRADES("trades", 3, FeedColumn.TIME, FeedColumn.PRICE, FeedColumn.QUANTITY, FeedColumn.SIDE, FeedColumn.ID, FeedColumn.SYMBOL),
    /** Best bid and ask. */
    QUOTES("quotes", 3, FeedColumn.TIME, FeedColumn.BID, FeedColumn.ASK, FeedColumn.BID_SIZE, FeedColumn.ASK_SIZE, FeedColumn.SYMBOL),
    /** Closed candles. */
    CANDLES("candles", 6, FeedColumn.TIME, FeedColumn.OPEN, FeedColumn.HIGH, FeedColumn.LOW, FeedColumn.CLOSE, FeedColumn.VOLUME,
        FeedColumn.QUOTE_VOLUME, FeedColumn.COUNT, FeedColumn.TAKER_BUY_VOLUME, FeedColumn.TAKER_BUY_QUOTE_VOLUME, FeedColumn.SYMBOL),
    /** Levels of an order book: what lies at a price now. */
    DEPTH("depth", 4, FeedColumn.TIME, FeedColumn.SIDE, FeedColumn.PRICE, FeedColumn.QUANTITY, FeedColumn.ID, FeedColumn.SYMBOL);

    private final String label;
    private final int required;
    private final List<FeedColumn> columns;
    private final List<FeedColumn> amounts;

    FeedContent(String label, int required, FeedColumn... columns) {
        this.label = label;
        this.required = required;
        this.columns = List.of(columns);
        List<FeedColumn> numbers = new ArrayList<>();
        for (FeedColumn column : columns) {
            if (column.kind() != AmountKind.NONE) {
                numbers.add(column);
            }
        }
        amounts = List.copyOf(numbers);
    }

    /**
     * The name for messages.
     *
     * @return the name, such as {@code trades}.
     */
    public String label() {
        return label;
    }

    /**
     * What a row may hold.
     *
     * @return the columns, unmodifiable; those that no row can lack come first.
     */
    public List<FeedColumn> columns() {
        return columns;
    }

    /** The columns that no row can lack. */
    List<FeedColumn> required() {
        return columns.subList(0, required);
    }

    /** The columns that are numbers at a scale, in a new array: a loop over it makes no iterator. */
    FeedColumn[] amounts() {
        return amounts.toArray(new FeedColumn[0]);
    }
}
