package io.windrow.pipeline.feeds;

/** Rows that are objects, each with the same keys. */
abstract class ObjectRows extends JsonRows {

    private final JsonFields item;

    ObjectRows(String... keys) {
        item = new JsonFields(keys);
    }

    /** Makes a row of the fields of one object. */
    abstract LineStatus row(byte[] text, JsonFields item, RowFields into);

    @Override
    final LineStatus row(byte[] text, int token, JsonCursor json, int tag, RowFields into) {
        item.begin();
        if (token != JsonCursor.OBJECT || !item.rest(text, json)) {
            return into.bad(Reasons.ROW_SHAPE);
        }
        return item.hasEscapedKey() ? into.bad(Reasons.ESCAPED_KEY) : row(text, item, into);
    }

    /** A quote whose fields are symbol, bid, bid's size, ask and ask's size in this order; null, or what is wrong with it. */
    static String quote(JsonFields item, RowFields into) {
        into.setContent(FeedContent.QUOTES);
        String fault = item.symbol(0, into);
        fault = fault == null ? item.amount(1, FeedColumn.BID, into) : fault;
        fault = fault == null ? item.amount(2, FeedColumn.BID_SIZE, into) : fault;
        fault = fault == null ? item.amount(3, FeedColumn.ASK, into) : fault;
        return fault == null ? item.amount(4, FeedColumn.ASK_SIZE, into) : fault;
    }
}
