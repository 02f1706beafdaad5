package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;

/** A good message of each kind that the decoders take, and the instruments in them. */
final class Messages {

    static final long RECEIVED_NANOS = 1_700_000_000_123_456_789L;

    static final String[] BINANCE = {
        "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161255343,\"s\":\"BTCUSDT\",\"t\":3735683259,"
            + "\"p\":\"61837.63000000\",\"q\":\"0.02000000\",\"T\":1723161255342,\"m\":true,\"M\":true}}",
        "{\"e\":\"aggTrade\",\"E\":1626992742291,\"a\":14888302,\"s\":\"ETHUSDT\",\"p\":\"0.01731\",\"q\":\"312\",\"f\":1,\"l\":2,"
            + "\"T\":1626992742134,\"m\":false}",
        "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":50093239212,\"s\":\"BTCUSDT\",\"b\":\"61837.63000000\",\"B\":\"3.78826000\","
            + "\"a\":\"61837.64000000\",\"A\":\"1.54698000\"}}",
        "{\"e\":\"bookTicker\",\"u\":600859600576,\"s\":\"BTCUSDT\",\"b\":\"7.6110\",\"B\":\"2\",\"a\":\"7.6120\",\"A\":\"297\","
            + "\"T\":1626992741012,\"E\":1626992741017}",
        "{\"e\":\"depthUpdate\",\"E\":1626992741037,\"T\":1626992741024,\"s\":\"BTCUSDT\",\"U\":600859599090,\"u\":600859600917,"
            + "\"b\":[[\"7.5040\",\"813\"],[\"7.6090\",\"0\"]],\"a\":[[\"7.6150\",\"1563\"],[\"7.6220\",\"3284.5\"]]}",
        "{\"lastUpdateId\":50093239218,\"bids\":[[\"61837.63000000\",\"3.78826000\"]],\"asks\":[[\"61837.64\",\"1\"],[\"61838\",\"2\"]]}",
        "{\"e\":\"kline\",\"E\":1626992760424,\"s\":\"BTCUSDT\",\"k\":{\"t\":1626992700000,\"T\":1626992759999,\"s\":\"BTCUSDT\","
            + "\"i\":\"1m\","
            + "\"o\":\"1.01000\",\"c\":\"1.01100\",\"h\":\"1.01100\",\"l\":\"1.01000\",\"v\":\"3917\",\"n\":48,\"x\":true,"
            + "\"q\":\"3957.89900\",\"V\":\"1729\",\"Q\":\"1748.01900\",\"B\":\"0\"}}",
    };

    static final String[] COINBASE = {
        "{\"type\":\"match\",\"trade_id\":280232,\"maker_order_id\":\"2a0d\",\"side\":\"sell\",\"size\":\"985\",\"price\":\"0.00001305\","
            + "\"product_id\":\"BTC-USD\",\"sequence\":177100030,\"time\":\"2021-04-17T16:43:37.089723Z\"}",
        "{\"type\":\"ticker\",\"sequence\":333938798,\"product_id\":\"BTC-USD\",\"price\":\"14.7775\",\"best_bid\":\"14.7550\","
            + "\"best_bid_size\":\"0.5\",\"best_ask\":\"14.8060\",\"best_ask_size\":\"7\",\"side\":\"buy\","
            + "\"time\":\"2021-04-17T16:43:30.244075Z\"}",
        "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"asks\":[[\"14.8024\",\"12.77\"],[\"14.8069\",\"12.49\"]],"
            + "\"bids\":[[\"14.7\",\"1\"]]}",
        "{\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"changes\":[[\"sell\",\"0.5762\",\"335.0\"],[\"buy\",\"0.5\",\"0\"]],"
            + "\"time\":\"2021-04-17T16:43:37.078325Z\"}",
        "{\"channel\":\"market_trades\",\"client_id\":\"\",\"timestamp\":\"2023-02-09T20:19:35.39625135Z\",\"sequence_num\":0,\"events\":["
            + "{\"type\":\"snapshot\",\"trades\":[{\"trade_id\":\"12345\",\"product_id\":\"BTC-USD\",\"price\":\"1260.01\","
            + "\"size\":\"0.3\","
            + "\"side\":\"BUY\",\"time\":\"2019-08-14T20:42:27.265Z\"},{\"trade_id\":\"12346\",\"product_id\":\"BTC-USD\","
            + "\"price\":\"1260.02\",\"size\":\"0.4\",\"side\":\"SELL\",\"time\":\"2019-08-14T20:42:28+02:00\"}]}]}",
        "{\"channel\":\"l2_data\",\"client_id\":\"\",\"timestamp\":\"2023-02-09T20:32:50.714964855Z\",\"sequence_num\":0,\"events\":["
            + "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"updates\":[{\"side\":\"bid\",\"event_time\":\"1970-01-01T00:00:00Z\","
            + "\"price_level\":\"21921.73\",\"new_quantity\":\"0.06317902\"},{\"side\":\"offer\",\"event_time\":\"1970-01-01T00:00:00Z\","
            + "\"price_level\":\"21921.74\",\"new_quantity\":\"0.02\"}]}]}",
        "{\"channel\":\"ticker\",\"timestamp\":\"2023-02-09T20:30:37.167359596Z\",\"events\":[{\"type\":\"update\",\"tickers\":[{"
            + "\"type\":\"ticker\",\"product_id\":\"BTC-USD\",\"price\":\"21932.98\",\"best_bid\":\"21931.98\","
            + "\"best_bid_quantity\":\"8000.21\","
            + "\"best_ask\":\"21933.98\",\"best_ask_quantity\":\"8038.07770938\"}]}]}",
    };

    static final String[] KRAKEN = {
        "[993,[[\"354.04000000\",\"0.28245396\",\"1618678150.826417\",\"s\",\"m\",\"\"],"
            + "[\"353.81000000\",\"1.71754604\",\"1618678150.827816\",\"b\",\"l\",\"\"]],\"trade\",\"XBT/USD\"]",
        "[0,[\"5698.40000\",\"5700.00000\",\"1542057299.545897\",\"1.01234567\",\"0.98765432\"],\"spread\",\"XBT/USD\"]",
        "[0,{\"a\":[\"5525.40000\",1,\"1.000\"],\"b\":[\"5525.10000\",2,\"1.500\"],\"c\":[\"5525.1\",\"0.00398963\"]},\"ticker\","
            + "\"XBT/USD\"]",
        "[0,{\"as\":[[\"5541.30000\",\"2.50700000\",\"1534614248.123678\"]],\"bs\":[[\"5541.20000\",\"1.52900000\","
            + "\"1534614248.765567\"]]},"
            + "\"book-100\",\"XBT/USD\"]",
        "[1234,{\"a\":[[\"5541.30000\",\"2.50700000\",\"1534614248.456738\",\"r\"]]},{\"b\":[[\"5541.3\",\"0\",\"1534614335.345903\"]],"
            + "\"c\":\"974942666\"},\"book-10\",\"XBT/USD\"]",
        "{\"channel\":\"trade\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"side\":\"sell\",\"price\":4136.4,"
            + "\"qty\":0.23374249,"
            + "\"ord_type\":\"limit\",\"trade_id\":34059150,\"timestamp\":\"2023-09-25T07:49:37.708706Z\"},{\"symbol\":\"BTC/USD\","
            + "\"side\":\"buy\",\"price\":4136.5,\"qty\":1,\"ord_type\":\"market\",\"trade_id\":34059151,"
            + "\"timestamp\":\"2023-09-25T07:49:37.7Z\"}]}",
        "{\"channel\":\"ticker\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":0.10025,\"bid_qty\":740.0,\"ask\":0.10036,"
            + "\"ask_qty\":1361.44813783,\"last\":0.10035}]}",
        "{\"channel\":\"book\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":[{\"price\":45283.5,\"qty\":0.10}],"
            + "\"asks\":[{\"price\":45285.2,\"qty\":0.001}],\"checksum\":3310070434}]}",
        "{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":[{\"price\":45283.5,\"qty\":0}],\"asks\":[],"
            + "\"checksum\":1,\"timestamp\":\"2023-10-06T17:35:55.440295Z\"}]}",
    };

    private Messages() {
    }

    static String[] of(FeedFormat format) {
        return switch (format) {
            case BINANCE_WS -> BINANCE;
            case COINBASE_WS -> COINBASE;
            default -> KRAKEN;
        };
    }

    static FeedOptions options(FeedFormat format) {
        return FeedOptions.builder(format).symbol("BTCUSDT").contents(format.contents().toArray(new FeedContent[0])).build();
    }

    /** The instruments of all messages, at a scale that does for all. */
    static InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(5);
        for (String symbol : new String[] {"BTCUSDT", "BTC-USD", "XBT/USD", "BTC/USD", "ETHUSDT"}) {
            registry.register(symbol, 8, 8, 8, 1, 1);
        }
        return registry;
    }
}
