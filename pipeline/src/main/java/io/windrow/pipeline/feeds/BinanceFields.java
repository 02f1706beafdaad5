package io.windrow.pipeline.feeds;

/** The fields of Binance's messages, of all kinds; most have one letter. */
final class BinanceFields {

    static final int EVENT = 0;
    static final int EVENT_TIME = 1;
    static final int TIME = 2;
    static final int SYMBOL = 3;
    static final int TRADE_ID = 4;
    static final int PRICE = 5;
    static final int QUANTITY = 6;
    static final int MAKER = 7;
    /** Aggregate's number, best ask, or asks that changed. */
    static final int A = 8;
    /** Best bid, or bids that changed. */
    static final int B = 9;
    static final int ASK_SIZE = 10;
    static final int BID_SIZE = 11;
    static final int UPDATE_ID = 12;
    static final int KLINE = 13;
    static final int BOOK_UPDATE_ID = 14;
    static final int BIDS = 15;
    static final int ASKS = 16;
    static final int BOOK_SYMBOL = 17;
    static final int DATA = 18;
    static final int STREAM = 19;

    private BinanceFields() {
    }

    static JsonFields create() {
        return new JsonFields("e", "E", "T", "s", "t", "p", "q", "m", "a", "b", "A", "B", "u", "k",
            "lastUpdateId", "bids", "asks", "symbol", "data", "stream");
    }

    /** When it happened: the transaction's time if there is one, else the event's. */
    static long nanos(byte[] text, JsonFields fields) {
        int time = fields.kind(TIME) != 0 ? TIME : EVENT_TIME;
        if (!fields.isNumber(time)) {
            return fields.kind(time) == 0 ? Epochs.ABSENT : Epochs.NOT_A_NUMBER;
        }
        return Epochs.nanos(text, fields.from(time), fields.to(time));
    }
}
