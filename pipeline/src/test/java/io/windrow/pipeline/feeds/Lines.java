package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.time.LocalDate;

/** Good lines of each kind of file that has columns, and how {@link LineOracle} is to read them. */
enum Lines {
    TRADES(FeedFormat.BINANCE_TRADES, FeedContent.TRADES, "id,price,quantity,-,time,maker", null,
        "3735683259,61837.63000000,0.02000000,1236.75260000,1723161255342,True,True",
        "1,61837.63,0.02,1236.75,1735689600000123,false",
        "12,5,1000,5000,1735689600000123456,FALSE", " 7 , 0.01 ,\"12\",0.12,1498793709153,\"true\""),
    AGGREGATES(FeedFormat.BINANCE_AGGTRADES, FeedContent.TRADES, "id,price,quantity,-,-,time,maker", null,
        "3735683259,61837.63000000,0.02000000,3735683259,3735683260,1723161255342,True,True",
        "12,0.01,4.7,27781,27781,1498793709153,false", "1234567890123,170000,30,1,2,1735689600000123,True,False"),
    KLINES(FeedFormat.BINANCE_KLINES, FeedContent.CANDLES,
        "time,open,high,low,close,volume,-,quote_volume,count,taker_buy_volume,taker_buy_quote_volume", null,
        "1735689600000000,93576.00000000,93610.93000000,93537.50000000,93610.93000000,8.21800000,1735689659999999,769001.05000000,2631,"
            + "3.95100000,369757.30000000,0",
        "1498793700000,10,12.5,9.5,11,0,1498793759999,0,0,0,0", "1498793700000,-3,-1,-4.25,-2,17.5,x,0.1,12,17,0.1,"),
    CSV_TRADES(FeedFormat.CSV, FeedContent.TRADES, "symbol,time,price,-,quantity,side,id", "ms",
        "BTCUSDT,1723161255342.5,61837.63,x,0.02000000,buy,3735683259,more", "ETHUSDT,1723161255342,-12,,7,S,",
        "\"BTCUSDT\", 1723161255342.123456 ,+0.01,\"a,b\",1.5,-1,9", "ETHUSDT,0,61837.63000000,,0.02000000,,1"),
    CSV_QUOTES(FeedFormat.CSV, FeedContent.QUOTES, "time,bid,bid_size,ask,ask_size", "us",
        "1723161255342123,61837.63000000,3.78800000,61837.64000000,1.54600000", "1723161255342123.001,7.61,2,7.62,297,x",
        "1,-0.5,0,\"0.5\",1000000"),
    CSV_CANDLES(FeedFormat.CSV_CANDLES, FeedContent.CANDLES, "time,open,high,low,close,volume,symbol,count,quote_volume", "s",
        "1723161240,61837.63000000,61840.00000000,61837.00000000,61838.50000000,12.50000000,BTCUSDT,181,772981.25",
        "1723161240.000000000,1,2,0.5,1.75,3,ETHUSDT,2,0", "2017-01-03,1,2,0.5,1.75,3,ETHUSDT,2,0", "0,-1,\"1\",-2,+0.5,.5,BTCUSDT,0,5."),
    /** Times since midnight, prices times 10,000. */
    CSV_OF_DAY(FeedFormat.CSV, FeedContent.TRADES, "time,-,id,quantity,price,side", "s",
        "34200.017459617,4,16113575,18,5859400,-1", "34200.01,1,1,1000,5859400,1", "0,,,0.5,-10000.00,",
        "86399.999999999,5,3,7,00010100,Buy");

    static final long MIDNIGHT_NANOS = 1_340_236_800_000_000_000L;

    final FeedContent content;
    final String columns;
    final String[] good;
    /** Null where the digits of the time tell it. */
    final String unit;
    private final FeedFormat format;

    Lines(FeedFormat format, FeedContent content, String columns, String unit, String... good) {
        this.format = format;
        this.content = content;
        this.columns = columns;
        this.unit = unit;
        this.good = good;
    }

    FeedOptions options() {
        FeedOptions.Builder options = FeedOptions.builder(format).symbol("BTCUSDT");
        if (unit != null) {
            options.columns(columns).timeUnit(unit);
        }
        if (this == CSV_OF_DAY) {
            options.day(LocalDate.of(2012, 6, 21)).priceScale(10_000);
        }
        return options.build();
    }

    /** How many decimals integer prices hide. */
    int hidden() {
        return this == CSV_OF_DAY ? 4 : 0;
    }

    /** The two instruments of the lines, at given scales and at finer ones. */
    static InstrumentRegistry registry(int priceDecimals, int quantityDecimals) {
        InstrumentRegistry registry = new InstrumentRegistry(2);
        registry.register("BTCUSDT", priceDecimals, quantityDecimals, quantityDecimals, 1, 1);
        registry.register("ETHUSDT", priceDecimals + 1, quantityDecimals + 2, quantityDecimals, 1, 1);
        return registry;
    }
}
