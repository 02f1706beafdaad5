package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.windrow.buffers.InstrumentRegistry;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * Trades as text, in the form in which Binance's spot market sends and files them. They are made from a seed: the recorded ones are not
 * part of the project, and these have the same keys, lengths and order.
 */
final class TradeMessages {

    static final int COUNT = 1024;
    static final long RECEIVED_NANOS = 1_723_161_254_087_896_568L;

    private static final String SYMBOL = "BTCUSDT";
    private static final int DECIMALS = 8;
    private static final long SEED = 20_240_808;

    private TradeMessages() {
    }

    /** Prices and quantities are written with eight decimals and need fewer; the scales are those that a scan finds. */
    static InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register(SYMBOL, 2, 5);
        return registry;
    }

    /** {@code {"stream":"btcusdt@trade","data":{"e":"trade",…}}}. */
    static byte[][] json() {
        return make("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":%2$d,\"s\":\"BTCUSDT\",\"t\":%1$d,"
            + "\"p\":\"%3$s\",\"q\":\"%4$s\",\"T\":%5$d,\"m\":%6$s,\"M\":true}}");
    }

    /** {@code id,price,quantity,quote quantity,time,is buyer maker,is best match}. */
    static byte[][] csv() {
        return make("%1$d,%3$s,%4$s,%7$s,%5$d,%8$s,True");
    }

    private static byte[][] make(String format) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[][] messages = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            long time = 1_723_161_255_342L + i * 13L;
            long price = 6_183_763 + random.nextLong(-20_000, 20_000);
            long quantity = random.nextInt(4) == 0 ? random.nextLong(1, 2_000_000) : random.nextLong(1, 20_000);
            boolean maker = random.nextBoolean();
            messages[i] = String.format(format, 3_735_683_259L + i, time + 1, decimal(price, 2), decimal(quantity, 5), time,
                maker, decimal(price * quantity, 7), maker ? "True" : "False").getBytes(ISO_8859_1);
        }
        return messages;
    }

    private static String decimal(long mantissa, int scale) {
        return BigDecimal.valueOf(mantissa, scale).setScale(DECIMALS).toPlainString();
    }
}
