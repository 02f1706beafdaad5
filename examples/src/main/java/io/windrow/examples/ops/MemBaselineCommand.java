package io.windrow.examples.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow mem-baseline}, which is two. */
@Command(name = "mem-baseline", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Capture what a JVM or an engine takes, and compare a later one with it.",
    subcommands = {BaselineCaptureCommand.class, BaselineCompareCommand.class}, synopsisSubcommandLabel = "capture|compare",
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow mem-baseline capture --pid 4711 --for 60s --out good.baseline",
        "  windrow mem-baseline compare --pid 4712 --against good.baseline --threshold 15"})
public final class MemBaselineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Creates the command; its options are filled in by the command line. */
    public MemBaselineCommand() {
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "capture or compare is needed");
    }
}
