package io.windrow.pipeline.feeds;

/**
 * The texts that say why a line is no row; those about one number are in {@link FeedColumn#fault}. Constants, so that giving one costs
 * nothing and counting them stays bounded.
 */
final class Reasons {

    static final String BLANK = "blank line";
    static final String HEADER = "header";
    static final String OTHER_STREAM = "other stream: ";
    static final String NO_EVENT = "no event type";
    static final String NOT_JSON = "not JSON";
    static final String NO_EVENT_FIELD = "missing field: e";
    static final String ESCAPED_SYMBOL = "symbol holds an escape";
    static final String LONG_SYMBOL = "symbol longer than 64 bytes";
    static final String ESCAPED_KEY = "key holds an escape";
    static final String STREAM_SYMBOL = "symbol is only in the stream's name";
    static final String CANDLE_OPEN = "candle not closed";
    static final String NO_ROWS = "message without rows";
    static final String ROW_SHAPE = "row is not as its channel has it";
    static final String LEVEL_SHAPE = "level is not price and quantity";
    static final String LEVEL_SIDE = "side of the level is neither bid nor ask";
    static final String NO_TIME = "no time in the message, and none of its arrival";
    static final String TIME_NOT_ISO = "time is not ISO 8601";
    static final String TIME_NOT_A_NUMBER = "time is not a number";
    static final String TIME_NOT_A_DATE = "time is no date of the calendar";
    static final String TIME_DIGITS = "time has neither 13, 16 nor 19 digits";
    static final String TIME_RANGE = "time is out of range";
    static final String TIME_TOO_FINE = "time is finer than a nanosecond";
    static final String TIME_PAST_DAY = "time is not within the day";
    static final String ID_NOT_A_NUMBER = "id is not a number";
    static final String MAKER_NOT_BOOLEAN = "buyer-is-maker is not true or false";
    static final String SIDE_NEITHER = "side is neither buy nor sell";
    static final String SIDE_UNKNOWN = "side is not buy, sell, b, s, 1 or -1";
    static final String COLUMNS = "wrong number of columns";
    static final String TOO_FEW_COLUMNS = "too few columns";
    static final String QUOTES = "quotes do not match";
    static final String EMPTY_SYMBOL = "symbol is empty";
    static final String UNKNOWN_SYMBOL = "unknown symbol";
    static final String LOW_ABOVE_HIGH = "low is above high";
    static final String OPEN_OUTSIDE = "open is not between low and high";
    static final String CLOSE_OUTSIDE = "close is not between low and high";

    private Reasons() {
    }
}
