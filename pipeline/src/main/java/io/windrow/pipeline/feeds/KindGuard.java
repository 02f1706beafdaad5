package io.windrow.pipeline.feeds;

/**
 * Sees to it that no trade counts twice where a recording holds the same trades as {@code trade} and as {@code aggTrade} events: for
 * each instrument the kind of the first trade taken stays.
 */
final class KindGuard {

    private static final String SINGLE_LEFT_OUT = Reasons.OTHER_STREAM + "trade";
    private static final String AGGREGATE_LEFT_OUT = Reasons.OTHER_STREAM + "aggTrade";
    private static final byte SINGLE = 1;
    private static final byte AGGREGATE = 2;

    private final byte[] kinds;

    KindGuard(int instruments) {
        kinds = new byte[instruments];
    }

    boolean isOther(int instrument, RowFields fields) {
        byte kind = fields.content() == FeedContent.TRADES ? kinds[instrument] : 0;
        return kind != 0 && kind != kindOf(fields);
    }

    void take(int instrument, RowFields fields) {
        if (fields.content() == FeedContent.TRADES) {
            kinds[instrument] = kindOf(fields);
        }
    }

    static LineStatus leaveOut(RowFields fields) {
        return fields.skipped(fields.isAggregated() ? AGGREGATE_LEFT_OUT : SINGLE_LEFT_OUT);
    }

    private static byte kindOf(RowFields fields) {
        return fields.isAggregated() ? AGGREGATE : SINGLE;
    }
}
