package io.windrow.examples.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say which files a command reads and how they are written; to be mixed into it. */
public final class FileOptions {

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*",
        description = "Recorded data: one or more files, plain, .gz or .zip, read in this order.")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F",
        description = "Trades: binance-ws, coinbase-ws, kraken-ws, binance-trades, binance-aggtrades or csv. Quotes: csv. "
            + "Candles: binance-klines or csv-candles.")
    private String format;

    @Option(names = "--columns", paramLabel = "LIST",
        description = "csv: the columns in their order, of time,price,quantity[,side][,id][,symbol] or "
            + "time,bid,ask[,bid_size][,ask_size][,symbol]; csv-candles: of time,open,high,low,close,volume[,quote_volume][,count]"
            + "[,taker_buy_volume][,taker_buy_quote_volume][,symbol]; - for one to leave out.")
    private String columns;

    @Option(names = "--time-unit", paramLabel = "U",
        description = "csv, csv-candles: unit of the time column, s, ms, us or ns (default: ms). A date such as 2017-01-03 is taken, too: "
            + "its midnight in UTC.")
    private String timeUnit;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "csv, csv-candles: the day, where times count from midnight.")
    private String day;

    @Option(names = "--zone", paramLabel = "ZONE", description = "csv, csv-candles: time zone of that midnight (default: UTC).")
    private String zone;

    @Option(names = "--price-scale", paramLabel = "N",
        description = "csv, csv-candles: what prices are multiplied by, a power of ten, such as 10000 for integer prices of 4 decimals.")
    private String priceScale;

    @Option(names = "--symbol", paramLabel = "NAME",
        description = "Symbol of lines that name none (default: the file's name up to the first -, _ or dot). Where lines name several, "
            + "candles and indicators take this one.")
    private String symbol;

    @Option(names = "--price-decimals", paramLabel = "N", description = "Scale of prices (default: as many as the data needs).")
    private String priceDecimals;

    @Option(names = "--quantity-decimals", paramLabel = "N", description = "Scale of quantities (default: as many as the data needs).")
    private String quantityDecimals;

    /** Creates the options; they are filled in by the command line. */
    public FileOptions() {
    }

    /**
     * The files.
     *
     * @return as given, none if there is no recorded data.
     */
    public List<Path> files() {
        return files;
    }

    /**
     * The format of the files.
     *
     * @return as given, or null.
     */
    public String format() {
        return format;
    }

    /**
     * The symbol.
     *
     * @return as given, or null.
     */
    public String symbol() {
        return symbol;
    }

    /**
     * The options as {@link FeedSettings} reads them.
     *
     * @return texts by name; an option not given is absent.
     * @throws IllegalArgumentException if there is no format.
     */
    public Map<String, String> settings() {
        Rules.require(format != null, "recorded data needs a format, give --format", "format", null);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(FeedSettings.FILES, files.stream().map(file -> file.toAbsolutePath().toString()).collect(Collectors.joining("\n")));
        put(settings, "format", format);
        put(settings, "columns", columns);
        put(settings, "time-unit", timeUnit == null && format.startsWith("csv") ? "ms" : timeUnit);
        put(settings, "day", day);
        put(settings, "zone", zone);
        put(settings, "price-scale", priceScale);
        put(settings, "symbol", symbol);
        put(settings, "price-decimals", priceDecimals);
        put(settings, "quantity-decimals", quantityDecimals);
        return settings;
    }

    /**
     * Makes sure that the files are there.
     *
     * @throws IllegalArgumentException if one is missing or cannot be read.
     */
    public void checkFiles() {
        for (Path file : files) {
            Path path = file.toAbsolutePath();
            Rules.require(Files.isRegularFile(path), "no such file", "input", path);
            Rules.require(Files.isReadable(path), "file cannot be read", "input", path);
        }
    }

    private static void put(Map<String, String> settings, String name, String text) {
        if (text != null) {
            settings.put(name, text);
        }
    }
}
