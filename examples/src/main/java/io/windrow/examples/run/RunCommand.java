package io.windrow.examples.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code windrow run}. The profile small is another virtual machine: the script that called this starts it, told by this. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Run an engine until it is told to stop.",
    description = {"", "Without a file: 20 generated instruments and one strategy. --print-config prints every setting with what it means. "
        + "SIGTERM and Ctrl-C stop it in order: publishing ends, what was published is handled, signals are written, and a report is "
        + "printed; a second one stops it at once.", ""},
    footer = {"", "Exit codes: 0 stopped in order, 1 a fault or a failed feed has stopped it or something was left, 2 wrong settings, "
        + "3 out of memory or of the budget, 4 stopped at once by a second signal.", "", "Examples:", "  windrow run",
        "  windrow run rate=10000 strategies=crossing,breakout sink=log", "  windrow run --save engine.properties rate=10000",
        "  windrow run --config engine.properties duration=10m", "  windrow run --profile small rate=10000"})
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings from a properties file.")
    private Path config;

    @Option(names = "--print-config", description = "Print all settings as a properties file; nothing runs.")
    private boolean print;

    @Option(names = "--save", paramLabel = "FILE", description = "Write all settings to a properties file; nothing runs.")
    private Path save;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = ScriptCommand.DEFAULT,
        description = "default, or small: in the image of windrow image, which is built if it is missing (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--image", paramLabel = "DIR", description = "The image of the profile small, which is not built then.")
    private Path image;

    @Option(names = "--as-command", hidden = true)
    private boolean asCommand;

    @Parameters(paramLabel = "KEY=VALUE", description = "Settings that hold over those of the file.")
    private List<String> settings = List.of();

    /** Creates the command; its options are filled in by the command line. */
    public RunCommand() {
    }

    @Override
    public Integer call() {
        boolean small = isSmall() && !print && save == null;
        if (asCommand) {
            System.out.println(small ? new ScriptCommand(config, settings).text(image) : "");
            return ExitCode.DONE;
        }
        if (small) {
            System.err.println("windrow: only the script windrow starts the profile small; the engine runs in the default profile");
        }
        return print || save != null ? EngineMain.print(config, settings, save) : EngineMain.run(config, settings);
    }

    private boolean isSmall() {
        boolean small = profile.equals(ScriptCommand.SMALL);
        require(small || profile.equals(ScriptCommand.DEFAULT), "profile must be default or small: profile=" + profile);
        require(small || image == null, "image goes with profile small: profile=" + profile + ", image=" + image);
        // The first argument of the image's engine is a file if there is no = in it.
        require(!small || config == null || config.toString().indexOf('=') < 0,
            "config must have no = in its name where profile is small: config=" + config);
        return small;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
