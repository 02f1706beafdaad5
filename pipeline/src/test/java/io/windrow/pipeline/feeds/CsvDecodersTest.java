package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvDecodersTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final LineDecoder trades = Feeds.options("binance-trades").newDecoder();
    private final LineDecoder aggregates = Feeds.options("binance-aggtrades").newDecoder();

    @Test
    void shouldReadBinanceTradesOfSpotAndFutures() {
        assertThat(Feeds.decode(trades, "id,price,qty,quote_qty,time,is_buyer_maker")).isEqualTo("SKIPPED header");
        assertThat(Feeds.decode(trades, "3735683259,61837.63,0.02,1236.75,1723161255342,True,True"))
            .isEqualTo(" 1723161255342000000 61837.63 x 0.02 #3735683259 -1");
        assertThat(Feeds.decode(trades, "1,61837.63,0.02,1236.75,1735689600000123,false"))
            .isEqualTo(" 1735689600000123000 61837.63 x 0.02 #1 1");
        assertThat(Feeds.decode(trades, "")).isEqualTo("SKIPPED blank line");
        assertThat(Feeds.decode(trades, "id,price,qty,quote_qty,time,is_buyer_maker")).isEqualTo("BAD id is not a number");
        assertThat(Feeds.decode(trades, "1,2,3,4,1735689600000,maybe")).isEqualTo("BAD buyer-is-maker is not true or false");
        assertThat(Feeds.decode(trades, "1,2,3,4,17356896,true")).isEqualTo("BAD time has neither 13, 16 nor 19 digits");
        assertThat(Feeds.decode(trades, "1,2,3,4,1735689600000")).isEqualTo("BAD wrong number of columns");
        assertThat(Feeds.decode(trades, "1,2,3,4,1735689600000,true,true,true")).isEqualTo("BAD wrong number of columns");
        trades.restart();
        assertThat(Feeds.decode(trades, "id,price,qty,quote_qty,time,is_buyer_maker")).isEqualTo("SKIPPED header");
    }

    @Test
    void shouldReadBinanceAggregatesOfSpotAndFutures() {
        assertThat(Feeds.decode(aggregates, "12,0.01633102,4.70443515,27781,27781,1498793709153,true,true"))
            .isEqualTo(" 1498793709153000000 0.01633102 x 4.70443515 #12 -1 sum");
        assertThat(Feeds.decode(aggregates, "12,0.01633102,4,27781,27781,1498793709153,False"))
            .isEqualTo(" 1498793709153000000 0.01633102 x 4 #12 1 sum");
        assertThat(Feeds.decode(aggregates, "12,1,4,27781,1498793709153,False")).isEqualTo("BAD wrong number of columns");
    }

    @Test
    void shouldReadColumnsInAnyOrder() {
        LineDecoder decoder = Feeds.csv("symbol,-,quantity,price,id,side,time", "s").build().newDecoder();
        assertThat(Feeds.decode(decoder, "symbol,x,size,price,id,side,time")).isEqualTo("SKIPPED header");
        assertThat(Feeds.decode(decoder, "ETH,x,2,1.50,77,Sell,1700000000.000000001,ignored,\"too"))
            .isEqualTo("ETH 1700000000000000001 1.50 x 2 #77 -1");
        assertThat(Feeds.decode(decoder, "\"ETH\" , \"a,\"\"b\" ,2,\"1.50\", ,B,\"1700000000\""))
            .isEqualTo("ETH 1700000000000000000 1.50 x 2 #0 1");
        assertThat(Feeds.decode(decoder, "ETH,,2,1.50,,,1700000000")).isEqualTo("ETH 1700000000000000000 1.50 x 2 #0 0");
        assertThat(Feeds.decode(decoder, "ETH,,2,1.50,,-1,1700000000")).endsWith(" -1");
        assertThat(Feeds.decode(decoder, "ETH,,2,1.50,,1,1700000000")).endsWith(" 1");
        assertThat(Feeds.decode(decoder, "ETH,,2,1.50,,x,1700000000")).isEqualTo("BAD side is not buy, sell, b, s, 1 or -1");
        assertThat(Feeds.decode(decoder, ",,2,1.50,,,1700000000")).isEqualTo("BAD symbol is empty");
        assertThat(Feeds.decode(decoder, "E,,2,1.50,1.5,,1700000000")).isEqualTo("BAD id is not a number");
        assertThat(Feeds.decode(decoder, "E,,2,1.50,,")).isEqualTo("BAD too few columns");
        assertThat(Feeds.decode(decoder, "\"E,,2,1.50,,1700000000")).isEqualTo("BAD quotes do not match");
        assertThat(Feeds.decode(decoder, "\"E\"F,,2,1.50,,,1700000000")).isEqualTo("BAD quotes do not match");
        assertThat(Feeds.decode(decoder, "  ")).isEqualTo("SKIPPED blank line");
    }

    @Test
    void shouldNotTakeAFirstLineForAHeaderThatBeginsWithASymbol() {
        LineDecoder decoder = Feeds.csv("symbol,time,price,quantity", "ms").build().newDecoder();
        assertThat(Feeds.decode(decoder, "ETH,1700000000000,1,2")).isEqualTo("ETH 1700000000000000000 1 x 2 #0 0");
        assertThat(Feeds.decode(decoder, "symbol,time,price,quantity")).isEqualTo("BAD time is not a number");
        decoder.restart();
        assertThat(Feeds.decode(decoder, "# export")).isEqualTo("SKIPPED header");
    }

    @Test
    void shouldReadTimesExactlyInEveryUnit() {
        assertThat(time("ns", "1700000000000000001")).isEqualTo(" 1700000000000000001 1 x 1 #0 0");
        assertThat(time("us", "1700000000000000.125")).isEqualTo(" 1700000000000000125 1 x 1 #0 0");
        assertThat(time("ms", "1700000000000.5")).isEqualTo(" 1700000000000500000 1 x 1 #0 0");
        assertThat(time("ns", "1.5")).isEqualTo("BAD time is finer than a nanosecond");
        assertThat(time("s", "-1")).isEqualTo("BAD time is out of range");
        assertThat(time("s", "99999999999")).isEqualTo("BAD time is out of range");
        assertThat(time("s", "8000000000")).isEqualTo("BAD time is out of range");
        // Times a thousand million it would be a time of 2023 if it were left to wrap.
        assertThat(time("s", "20146744073")).isEqualTo("BAD time is out of range");
        assertThat(time("s", "1-2")).isEqualTo("BAD time is not a number");
    }

    @Test
    void shouldReadDatesAsTheirMidnightWhateverTheUnit() {
        for (String unit : new String[] {"s", "ms", "us", "ns"}) {
            for (String date : new String[] {"1970-01-01", "2000-02-29", "2017-01-03", "2199-12-31"}) {
                assertThat(time(unit, date)).isEqualTo(" " + LocalDate.parse(date).toEpochDay() * 86_400_000_000_000L + " 1 x 1 #0 0");
            }
        }
        assertThat(time("ms", "2017-02-29")).isEqualTo("BAD time is no date of the calendar");
        assertThat(time("ms", "2017-1x-01")).isEqualTo("BAD time is no date of the calendar");
        assertThat(time("ms", "1969-12-31")).isEqualTo("BAD time is out of range");
        assertThat(time("ms", "2200-01-01")).isEqualTo("BAD time is out of range");
        assertThat(time("ms", "2017-01-03T00:00:00Z")).isEqualTo("BAD time is not a number");
        assertThat(time("ms", "2017-01-3")).isEqualTo("BAD time is not a number");
        LineDecoder ofDay = Feeds.csv("time,price,quantity", "s").day(LocalDate.EPOCH).build().newDecoder();
        assertThat(Feeds.decode(ofDay, "2017-01-03,1,1")).isEqualTo("BAD time is not a number");
    }

    @Test
    void shouldReadTheWallClockOfAPlaceAlsoOnDaysOnWhichItIsChanged() {
        for (String day : new String[] {"2013-10-07", "2024-03-10", "2024-11-03"}) {
            LocalDate date = LocalDate.parse(day);
            LineDecoder decoder = Feeds.csv("time,price,quantity", "ms").day(date).zone(NEW_YORK).build().newDecoder();
            for (int minute = 0; minute < 24 * 60; minute += 15) {
                LocalDateTime clock = date.atTime(minute / 60, minute % 60);
                // Java, too, takes an hour that is shown twice for the first and one left out as if it had not been.
                long nanos = clock.atZone(NEW_YORK).toEpochSecond() * 1_000_000_000L;
                assertThat(Feeds.decode(decoder, minute * 60_000L + ",1,1")).as(clock.toString()).isEqualTo(" " + nanos + " 1 x 1 #0 0");
            }
            assertThat(Feeds.decode(decoder, "86400000,1,1")).isEqualTo("BAD time is not within the day");
        }
    }

    @Test
    void shouldRefuseOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> FeedFormat.of("foo"))
            .hasMessage("unknown format: format=foo (known: binance-ws, coinbase-ws, kraken-ws, binance-trades, binance-aggtrades, "
                + "binance-klines, csv, csv-candles)");
        assertThatThrownBy(() -> Feeds.csv("time,price,size", "s").build()).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("unknown column: column=size (known: time, price, quantity, side, id, symbol, "
                + "bid, ask, bid_size, ask_size, -)");
        assertThatThrownBy(() -> Feeds.csv("time,price,quantity,price", "s").build()).hasMessage("column is named twice: column=price");
        assertThatThrownBy(() -> Feeds.csv("time,price", "s").build()).hasMessage("column is missing: column=quantity, columns=time,price");
        assertThatThrownBy(() -> Feeds.csv("time,price,quantity", "h")).hasMessage("unknown time unit: timeUnit=h (known: s, ms, us, ns)");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.CSV).build())
            .hasMessage("format csv needs columns: format=csv, columns=null");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.BINANCE_WS).day(LocalDate.EPOCH).build())
            .hasMessage("day is for formats csv and csv-candles only: format=binance-ws, day=1970-01-01");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.CSV).priceScale(300))
            .hasMessage("price scale must be a power of ten: priceScale=300");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.CSV).passes(0)).hasMessage("passes must be positive: passes=0");
    }

    @Test
    void shouldNotThrowOnRandomLines() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String bytes = "0123456789,,,,\"\" .-+abBsS\t\u00ff";
        LineDecoder csv = Feeds.csv("time,price,quantity,side,id,symbol", "ms").build().newDecoder();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                line.append(bytes.charAt(random.nextInt(bytes.length())));
            }
            assertThat(Feeds.decode(csv, line.toString())).as("seed=%s", seed).isNotEmpty();
            assertThat(Feeds.decode(trades, line.toString())).as("seed=%s", seed).isNotEmpty();
            assertThat(Feeds.decode(aggregates, line.toString())).as("seed=%s", seed).isNotEmpty();
        }
    }

    @Test
    void shouldAllocateNothingPerLine() {
        LineDecoder csv = Feeds.csv("time,price,quantity,side,id,symbol", "ms").day(LocalDate.EPOCH).build().newDecoder();
        byte[] line = "14400464,1674100,100,\"buy\",7,SPY".getBytes(ISO_8859_1);
        byte[] trade = "3735683259,61837.63,0.02,1236.75,1723161255342,True,True".getBytes(ISO_8859_1);
        RowFields fields = new RowFields();
        Allocations.assertNone(() -> {
            csv.decode(line, 0, line.length, fields);
            trades.decode(trade, 0, trade.length, fields);
        });
    }

    private static String time(String unit, String text) {
        return Feeds.decode(Feeds.csv("time,price,quantity", unit).build().newDecoder(), text + ",1,1");
    }
}
