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
    static final String NO_SYMBOL = "missing field: s";
    static final String NO_PRICE = "missing field: p";
    static final String NO_QUANTITY = "missing field: q";
    static final String NO_TIME = "missing field: T";
    static final String NO_ID = "missing field: t";
    static final String NO_AGGREGATE_ID = "missing field: a";
    static final String NO_SIDE = "missing field: m";
    static final String ESCAPED_SYMBOL = "symbol holds an escape";
    static final String LONG_SYMBOL = "symbol longer than 64 bytes";
    static final String TIME_NOT_A_NUMBER = "time is not a number";
    static final String TIME_DIGITS = "time has neither 13, 16 nor 19 digits";
    static final String TIME_RANGE = "time is out of range";
    static final String TIME_TOO_FINE = "time is finer than a nanosecond";
    static final String TIME_PAST_DAY = "time is not within the day";
    static final String ID_NOT_A_NUMBER = "id is not a number";
    static final String MAKER_NOT_BOOLEAN = "buyer-is-maker is not true or false";
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
