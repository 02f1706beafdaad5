package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tests of feeds share. */
final class Feeds {

    private Feeds() {
    }

    record Trade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
    }

    static List<Trade> replay(TradeSource source) throws IOException {
        List<Trade> trades = new ArrayList<>();
        source.replay((id, time, price, quantity, tradeId, side) -> trades.add(new Trade(id, time, price, quantity, tradeId, side)));
        return trades;
    }

    /** The source of whatever content the options have. */
    static FileSource open(List<Path> files, FeedOptions options, FeedScan scan) {
        return switch (options.content()) {
            case TRADES -> new FileTradeSource(files, options, scan.registry());
            case QUOTES -> new FileQuoteSource(files, options, scan.registry());
            case CANDLES -> new FileCandleSource(files, options, scan.registry());
            case DEPTH -> throw new IllegalArgumentException("depth has no source of its own");
        };
    }

    /** Replays a source of whatever content; a row is its instrument, its time and its amounts in the order of the listener. */
    static List<List<Long>> rows(FileSource source) throws IOException {
        List<List<Long>> rows = new ArrayList<>();
        if (source instanceof FileTradeSource trades) {
            trades.replay((id, time, price, quantity, tradeId, side) -> rows.add(row(id, time, price, quantity, tradeId, side)));
        } else if (source instanceof FileQuoteSource quotes) {
            quotes.replay((id, time, bid, bidSize, ask, askSize) -> rows.add(row(id, time, bid, bidSize, ask, askSize)));
        } else {
            ((FileCandleSource) source).replay((id, time, open, high, low, close, volume, quoteVolume, count, buy, quoteBuy) ->
                rows.add(row(id, time, open, high, low, close, volume, quoteVolume, count, buy, quoteBuy)));
        }
        return rows;
    }

    static List<Long> row(long... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** Replays a source of whatever content and makes nothing of its rows. */
    static void replayQuietly(FileSource source) {
        try {
            if (source instanceof FileTradeSource trades) {
                trades.replay((id, time, price, quantity, tradeId, side) -> { });
            } else if (source instanceof FileQuoteSource quotes) {
                quotes.replay((id, time, bid, bidSize, ask, askSize) -> { });
            } else {
                ((FileCandleSource) source).replay((id, time, open, high, low, close, volume, quoteVolume, count, buy, quoteBuy) -> { });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Long> map(List<ReasonCount> counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        counts.forEach(count -> map.put(count.reason(), count.count()));
        return map;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Names and contents by turns. */
    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(ISO_8859_1));
    }

    static FeedOptions options(String format) {
        return FeedOptions.builder(FeedFormat.of(format)).build();
    }

    static FeedOptions.Builder csv(String columns, String unit) {
        return FeedOptions.builder(FeedFormat.CSV).columns(columns).timeUnit(unit);
    }

    static FeedOptions.Builder csvCandles(String columns, String unit) {
        return FeedOptions.builder(FeedFormat.CSV_CANDLES).columns(columns).timeUnit(unit);
    }

    /** One line of a trade as text that says everything a decoder found. */
    static String decode(LineDecoder decoder, String line) {
        return decode(decoder, line, (text, fields) -> text(text, fields, FeedColumn.PRICE) + " x "
            + text(text, fields, FeedColumn.QUANTITY) + " #" + fields.tradeId() + " " + fields.sideCode()
            + (fields.isAggregated() ? " sum" : ""));
    }

    /** One line of a quote or candle as text that says everything a decoder found. */
    static String decodeRow(LineDecoder decoder, String line) {
        return decode(decoder, line, (text, fields) -> Arrays.stream(FeedColumn.values())
            .filter(column -> column != FeedColumn.SYMBOL && column != FeedColumn.TIME && fields.has(column))
            .map(column -> column.label() + "=" + text(text, fields, column)).collect(Collectors.joining(" ")));
    }

    private static String decode(LineDecoder decoder, String line, BiFunction<byte[], RowFields, String> found) {
        RowFields fields = new RowFields();
        // Bytes before and behind, so that a decoder that leaves the line is seen.
        byte[] text = ("\"7,{" + line + "9\"}").getBytes(ISO_8859_1);
        LineStatus status = decoder.decode(text, 4, 4 + line.length(), fields);
        return status != LineStatus.ROW ? status + " " + fields.reason()
            : text(text, fields, FeedColumn.SYMBOL) + " " + fields.timeNanos() + " " + found.apply(text, fields);
    }

    private static String text(byte[] bytes, RowFields fields, FeedColumn column) {
        return fields.has(column) ? new String(bytes, fields.from(column), fields.to(column) - fields.from(column), ISO_8859_1) : "";
    }
}
