package io.windrow.examples.bench.child;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.MarketListener;
import io.windrow.pipeline.feeds.MessageDecoder;
import io.windrow.pipeline.feeds.TradeListener;

/**
 * Writes each trade as a message of Binance's websocket and decodes that: the way from bytes. Times are written to the millisecond.
 * Allocates nothing for a trade.
 */
final class MessageFeed implements TradeListener {

    private static final int MESSAGE_BYTES = 512;
    private static final long MILLI_NANOS = 1_000_000;
    private static final byte[] PRICE = ",\"p\":\"".getBytes(ISO_8859_1);
    private static final byte[] QUANTITY = "\",\"q\":\"".getBytes(ISO_8859_1);
    private static final byte[] TIME = "\",\"T\":".getBytes(ISO_8859_1);
    private static final byte[] BUYER_IS_MAKER = ",\"m\":true,\"M\":true}".getBytes(ISO_8859_1);
    private static final byte[] SELLER_IS_MAKER = ",\"m\":false,\"M\":true}".getBytes(ISO_8859_1);

    private final byte[][] openings;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final MessageDecoder decoder;
    private final byte[] message = new byte[MESSAGE_BYTES];
    private final byte[] digits = new byte[Long.toString(Long.MAX_VALUE).length()];
    private int length;

    /** What is decoded goes to the listener. All instruments have the scales of the first. */
    MessageFeed(InstrumentRegistry instruments, MarketListener listener) {
        Instrument first = instruments.get(0);
        priceDecimals = first.priceDecimals();
        quantityDecimals = first.quantityDecimals();
        openings = new byte[instruments.size()][];
        for (int id = 0; id < openings.length; id++) {
            openings[id] = ("{\"e\":\"trade\",\"s\":\"" + instruments.get(id).symbol() + "\",\"t\":").getBytes(ISO_8859_1);
        }
        decoder = new MessageDecoder(FeedOptions.builder(FeedFormat.BINANCE_WS).build(), instruments, listener);
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        length = 0;
        text(openings[instrumentId]);
        number(tradeId, 0);
        text(PRICE);
        number(price, priceDecimals);
        text(QUANTITY);
        number(quantity, quantityDecimals);
        text(TIME);
        number(timeNanos / MILLI_NANOS, 0);
        text(sideCode == Side.SELL.code() ? BUYER_IS_MAKER : SELLER_IS_MAKER);
        decoder.onMessage(message, 0, length, 0);
    }

    private void text(byte[] bytes) {
        System.arraycopy(bytes, 0, message, length, bytes.length);
        length += bytes.length;
    }

    /** A number that is not negative, with a point before its last digits. */
    private void number(long mantissa, int decimals) {
        int count = 0;
        for (long rest = mantissa; rest > 0 || count <= decimals; rest /= 10) {
            digits[count++] = (byte) ('0' + rest % 10);
        }
        while (count > 0) {
            message[length++] = digits[--count];
            if (count == decimals && decimals > 0) {
                message[length++] = '.';
            }
        }
    }
}
