package io.windrow.examples.prove;

import io.windrow.examples.input.FileOptions;
import picocli.CommandLine.Mixin;
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

    @Mixin
    FileOptions recorded = new FileOptions();

    @Option(names = "--passes", paramLabel = "P", defaultValue = "1",
        description = "Times to feed the files, each time later by the span of the data (default: ${DEFAULT-VALUE}).")
    int passes;

    int instruments() {
        if (instruments != null) {
            return instruments;
        }
        return recorded.files().isEmpty() ? GENERATED_INSTRUMENTS : RECORDED_INSTRUMENTS;
    }
}
