package io.windrow.examples.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow health}. */
@Command(name = "health", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Ask an engine how it is, or look at a JVM once.",
    description = {"", "An engine answers at /health; a JVM is held against the limits of mem-health, without growth. With --daily each "
        + "call adds itself to the day's report.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow health", "  windrow health --pid 4711 --daily reports"})
public final class HealthCommand extends TargetCommand {

    @Option(names = "--daily", paramLabel = "DIR", description = "Add the result to health-YYYY-MM-DD.json (UTC) in this folder.")
    private String daily;

    private DailyReport report;

    /** Creates the command; its options are filled in by the command line. */
    public HealthCommand() {
    }

    @Override
    void check() {
        report = daily == null ? null : DailyReport.today(daily);
    }

    @Override
    Outcome execute(Watch watch) {
        Outcome outcome = Outcome.of(EngineHealth.checks(watch));
        if (report != null) {
            report.add(watch.target().name(), outcome);
        }
        return outcome;
    }
}
