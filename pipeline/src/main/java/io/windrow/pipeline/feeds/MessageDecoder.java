package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Decodes the messages of a live connection, one after another, and hands what they hold to a listener. It reads every format that a file
 * may have, a message where the file has a line. What cannot be taken is counted in the {@link #report()} with its reason and the number of
 * the message, and no exception: text that is none, symbols that the registry does not know, numbers that do not fit. Of a message that was
 * cut off, nothing is taken; a row that is bad is left out of a message whose other rows are good.
 *
 * <p>One thread decodes; the report is for others when that is done. Nothing is allocated per message, except for the first
 * {@value FeedReport#KEPT_BAD_LINES} bad ones, which are kept to be shown.
 */
public final class MessageDecoder {

    private static final int FIRST_COPY_BYTES = 16 * 1024;

    private final LineDecoder decoder;
    private final ReplaySink sink;
    private final MarketListener listener;
    private final String source;
    private final RowFields fields = new RowFields();
    private final FeedReport report = new FeedReport();
    private byte[] copy = {};

    /**
     * Creates a decoder.
     *
     * @param options  how the messages are written and which contents are taken; the symbol set there is that of messages that name none.
     *                 Scales and passes do not matter.
     * @param registry the instruments to be taken, each at its own scales; complete before the first message.
     * @param listener receives what the messages hold; what it throws reaches the caller of {@code onMessage}, and the rest of that message
     *                 is lost.
     */
    public MessageDecoder(FeedOptions options, InstrumentRegistry registry, MarketListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        decoder = options.newDecoder();
        sink = new ReplaySink(registry, options);
        sink.begin((options.symbol() == null ? "" : options.symbol()).getBytes(StandardCharsets.ISO_8859_1));
        source = options.format().label();
    }

    /**
     * Decodes one message.
     *
     * @param text          holds the message, unchanged until this returns.
     * @param from          its first byte.
     * @param to            behind its last byte.
     * @param receivedNanos when it came, nanoseconds since 1970-01-01 UTC: the time of what says none itself; 0 or less where it is not
     *                      known, and what says none is then bad.
     * @return how many rows were handed on; 0 if it held none.
     * @throws IndexOutOfBoundsException if the range is not within the array.
     */
    public int onMessage(byte[] text, int from, int to, long receivedNanos) {
        Objects.checkFromToIndex(from, to, text.length);
        decoder.receivedAt(Math.max(receivedNanos, 0));
        report.line();
        int rows = 0;
        for (LineStatus status = decoder.decode(text, from, to, fields); status != null; status = decoder.more(fields)) {
            LineStatus taken = status == LineStatus.ROW ? sink.accept(text, fields) : status;
            report.count(taken, fields, source, text, from, to);
            if (taken == LineStatus.ROW) {
                rows++;
                sink.deliver(listener, fields.timeNanos(), fields);
            }
        }
        return rows;
    }

    /**
     * Decodes one message from a buffer, such as a connection's own direct one: its bytes are copied, because a decoder reads arrays.
     *
     * @param message       from its position to its limit, which stay as they are.
     * @param receivedNanos as for an array.
     * @return how many rows were handed on.
     */
    public int onMessage(ByteBuffer message, long receivedNanos) {
        int length = message.remaining();
        if (length > LineReader.MAX_LINE_BYTES) {
            report.line();
            report.count(fields.bad(LineReader.TOO_LONG), fields, source, copy, 0, 0);
            return 0;
        }
        if (length > copy.length) {
            copy = new byte[Math.max(FIRST_COPY_BYTES, Integer.highestOneBit(length - 1) << 1)];
        }
        message.get(message.position(), copy, 0, length);
        return onMessage(copy, 0, length, receivedNanos);
    }

    /**
     * What became of every message so far.
     *
     * @return the report, which goes on counting; of a bad message it has the number, 1 for the first, and where that is known the byte.
     */
    public FeedReport report() {
        return report;
    }
}
