package io.windrow.examples.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code windrow run}. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Run an engine until it is told to stop.",
    description = {"", "Without a file: 20 generated instruments and one strategy. --print-config prints every setting with what it means. "
        + "SIGTERM and Ctrl-C stop it in order: publishing ends, what was published is handled, signals are written, and a report is "
        + "printed; a second one stops it at once.", ""},
    footer = {"", "Exit codes: 0 stopped in order, 1 a fault or a failed feed has stopped it or something was left, 2 wrong settings, "
        + "3 out of memory or of the budget, 4 stopped at once by a second signal.", "", "Examples:", "  windrow run",
        "  windrow run rate=10000 strategies=crossing,breakout sink=log", "  windrow run --save engine.properties rate=10000",
        "  windrow run --config engine.properties duration=10m"})
public final class RunCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "Settings from a properties file.")
    private Path config;

    @Option(names = "--print-config", description = "Print all settings as a properties file; nothing runs.")
    private boolean print;

    @Option(names = "--save", paramLabel = "FILE", description = "Write all settings to a properties file; nothing runs.")
    private Path save;

    @Parameters(paramLabel = "KEY=VALUE", description = "Settings that hold over those of the file.")
    private List<String> settings = List.of();

    /** Creates the command; its options are filled in by the command line. */
    public RunCommand() {
    }

    @Override
    public Integer call() {
        return print || save != null ? EngineMain.print(config, settings, save) : EngineMain.run(config, settings);
    }
}
