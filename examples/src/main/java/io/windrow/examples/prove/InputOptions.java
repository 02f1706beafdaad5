package io.windrow.examples.prove;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What to feed, as it is given on the command line. */
final class InputOptions {

    private static final int GENERATED_INSTRUMENTS = 20;
    private static final int RECORDED_INSTRUMENTS = 1000;

    @Option(names = "--trades", paramLabel = "N", defaultValue = "5000000",
        description = "Trades to generate (default: ${DEFAULT-VALUE}).")
    long trades;

    @Option(names = "--instruments", paramLabel = "K",
        description = "Instruments to generate (default: " + GENERATED_INSTRUMENTS + "), or most that recorded data may hold (default: "
            + RECORDED_INSTRUMENTS + ").")
    Integer instruments;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "Seed of the generator (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*",
        description = "Recorded data instead of generated: one or more files, plain, .gz or .zip.")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F",
        description = "Format of the files: binance-ws, binance-trades, binance-aggtrades or csv.")
    String format;

    @Option(names = "--columns", paramLabel = "LIST",
        description = "csv: the columns in their order, of time,price,quantity[,side][,id][,symbol]; - for one to leave out.")
    String columns;

    @Option(names = "--time-unit", paramLabel = "U", description = "csv: unit of the time column, s, ms, us or ns (default: ms).")
    String timeUnit;

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "csv: the day, where times count from midnight.")
    String day;

    @Option(names = "--zone", paramLabel = "ZONE", description = "csv: time zone of that midnight (default: UTC).")
    String zone;

    @Option(names = "--price-scale", paramLabel = "N",
        description = "csv: what prices are multiplied by, a power of ten, such as 10000 for integer prices of 4 decimals.")
    String priceScale;

    @Option(names = "--symbol", paramLabel = "NAME",
        description = "Symbol for formats without one (default: the file's name up to the first -, _ or dot).")
    String symbol;

    @Option(names = "--price-decimals", paramLabel = "N", description = "Scale of prices (default: as many as the data needs).")
    String priceDecimals;

    @Option(names = "--quantity-decimals", paramLabel = "N", description = "Scale of quantities (default: as many as the data needs).")
    String quantityDecimals;

    @Option(names = "--passes", paramLabel = "P", defaultValue = "1",
        description = "Times to feed the files, each time later by the span of the data (default: ${DEFAULT-VALUE}).")
    int passes;

    int instruments() {
        if (instruments != null) {
            return instruments;
        }
        return files.isEmpty() ? GENERATED_INSTRUMENTS : RECORDED_INSTRUMENTS;
    }
}
