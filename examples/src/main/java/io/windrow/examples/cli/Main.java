package io.windrow.examples.cli;

import io.windrow.examples.bench.BenchCommand;
import io.windrow.examples.candles.CandlesCommand;
import io.windrow.examples.footprint.FootprintCommand;
import io.windrow.examples.image.ImageCommand;
import io.windrow.examples.indicators.IndicatorsCommand;
import io.windrow.examples.ops.AssertP95Command;
import io.windrow.examples.ops.CanaryStatusCommand;
import io.windrow.examples.ops.GcProfileCommand;
import io.windrow.examples.ops.HealthCommand;
import io.windrow.examples.ops.LeakSentinelCommand;
import io.windrow.examples.ops.MemBaselineCommand;
import io.windrow.examples.ops.MemHealthCommand;
import io.windrow.examples.ops.MemSnapshotCommand;
import io.windrow.examples.ops.PrometheusCheckCommand;
import io.windrow.examples.ops.RegressionGateCommand;
import io.windrow.examples.ops.ValidateCommand;
import io.windrow.examples.ops.WatchdogCommand;
import io.windrow.examples.plan.PlanCommand;
import io.windrow.examples.prove.ProveCommand;
import io.windrow.examples.run.RunCommand;
import io.windrow.examples.soak.SoakCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow}: names the commands there are and runs one of them. */
@Command(name = "windrow", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
    subcommands = {ProveCommand.class, PlanCommand.class, CandlesCommand.class, IndicatorsCommand.class, BenchCommand.class,
        RunCommand.class, ImageCommand.class,
        MemSnapshotCommand.class, MemBaselineCommand.class, MemHealthCommand.class, GcProfileCommand.class, LeakSentinelCommand.class,
        WatchdogCommand.class, HealthCommand.class, PrometheusCheckCommand.class, AssertP95Command.class, RegressionGateCommand.class,
        CanaryStatusCommand.class, ValidateCommand.class,
        SoakCommand.class, FootprintCommand.class, CommandLine.HelpCommand.class},
    header = "Market data in rows, not on the heap.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 done, 1 the run failed or a check found something, 2 the call was wrong; "
        + "more in the help of each command."})
public final class Main implements Runnable {

    private static final int HELP_WIDTH = 110;

    @Spec
    private CommandSpec spec;

    private Main() {
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args command and options.
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
            .setUsageHelpWidth(HELP_WIDTH)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::wrongCall)
            .setExecutionExceptionHandler(Main::failed)
            .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed, such as: windrow prove");
    }

    private static int wrongCall(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("windrow: " + e.getMessage());
        command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("windrow: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"windrow " + (version == null ? "development build" : version)};
        }
    }
}
