package io.windrow.pipeline.feeds;

import java.util.Set;

/**
 * Messages of Kraken's websocket, both versions, told by their first byte: version 1 sends data as arrays, version 2 as objects. Symbols
 * are kept as written, {@code XBT/USD} in version 1 and {@code BTC/USD} in version 2. The side of a trade is the taker's in both.
 *
 * <p>Times are the exchange's; the {@code ticker} of version 1 has none, that of version 2 not always, nor has a whole book of version 2:
 * there the time of arrival counts.
 */
final class KrakenWsDecoder extends WsDecoder {

    private final ReasonTable otherStreams = new ReasonTable(Reasons.OTHER_STREAM);
    private final KrakenArrays arrays;
    private final KrakenObjects objects;

    KrakenWsDecoder(Set<FeedContent> chosen) {
        arrays = new KrakenArrays(chosen, otherStreams);
        objects = new KrakenObjects(chosen, otherStreams);
    }

    @Override
    LineStatus message(byte[] text, int from, int to, RowFields into) {
        arrays.clear();
        objects.clear();
        if (text[from] == '[') {
            json.wrap(text, from, to);
            json.next();
            return arrays.read(json) ? arrays.finish(text, to, arrivalNanos(text), into) : notJson(into);
        }
        LineStatus status = enterObject(text, from, to, into);
        status = status == null ? objects.read(text, json, into) : status;
        if (status != null) {
            return status == LineStatus.BAD ? notJson(into) : status;
        }
        return objects.finish(text, to, arrivalNanos(text), into);
    }

    @Override
    public LineStatus more(RowFields into) {
        LineStatus status = arrays.next(into);
        return status == null ? objects.next(into) : status;
    }
}
