package io.windrow.examples.plan;

import io.windrow.buffers.memory.ByteSize;
import io.windrow.pipeline.PipelineSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow plan}. Takes no off-heap memory. */
@Command(name = "plan", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Show what a pipeline will take off the heap, to the byte, before anything is allocated.",
    description = {"", "A profile has a value for every setting; --config changes what its file names, and the other options "
        + "what they name. Sizes: kB, MB and GB are decimal, KiB, MiB and GiB binary. Nothing is allocated.", ""},
    footer = {"", "Exit codes: 0 within the budget, 1 above it, 2 the call was wrong.", "", "Examples:", "  windrow plan",
        "  windrow plan --instruments 3000 --timeframes 1m,5m,1h --candles 200 --trades 1024",
        "  windrow plan --profile development --instruments 50 --save engine.properties",
        "  windrow plan --config engine.properties --budget 64MiB --json"})
public final class PlanCommand implements Callable<Integer> {

    private static final int ABOVE_BUDGET = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME",
        description = "production or development (default: what the file names, else production).")
    private String profile;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings from a properties file.")
    private Path config;

    @Option(names = "--instruments", paramLabel = "N", description = "How many instruments.")
    private String instruments;

    @Option(names = "--timeframes", paramLabel = "LIST", description = "Time frames of the candles, finest first, such as 1s,1m,1d,1mo.")
    private String timeframes;

    @Option(names = "--candles", paramLabel = "N", description = "Candles kept for each instrument and time frame.")
    private String candles;

    @Option(names = "--indicators", paramLabel = "LIST", description = "Indicators that strategies declare, such as ema:20,rsi:14.")
    private String indicators;

    @Option(names = "--trades", paramLabel = "N", description = "Trades kept for each instrument.")
    private String trades;

    @Option(names = "--ring", paramLabel = "N", description = "Slots of the ring, a power of two.")
    private String ring;

    @Option(names = "--signals", paramLabel = "N", description = "Signals that may be out at a time.")
    private String signals;

    @Option(names = "--budget", paramLabel = "SIZE", description = "Most bytes it may take, such as 256MB or 1GiB.")
    private String budget;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the settings to a properties file.")
    private Path save;

    /** Creates the command; its options are filled in by the command line. */
    public PlanCommand() {
    }

    @Override
    public Integer call() throws IOException {
        PipelineSettings settings = settings();
        PrintStream out = System.out;
        out.print(json ? PlanJson.render(settings) : PlanTable.render(settings));
        save(settings);
        if (settings.plan().totalBytes() <= settings.budgetBytes()) {
            return 0;
        }
        spec.commandLine().getErr().println("windrow: " + aboveBudget(settings));
        return ABOVE_BUDGET;
    }

    private PipelineSettings settings() {
        PipelineSettings settings = base();
        for (Map.Entry<String, String> given : given().entrySet()) {
            try {
                settings = given.getValue() == null ? settings : settings.with(given.getKey(), given.getValue());
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw wrongCall(e.getMessage() + ", option=--" + given.getKey(), e);
            }
        }
        return settings;
    }

    private PipelineSettings base() {
        try {
            if (config == null) {
                return profile == null ? PipelineSettings.production() : PipelineSettings.profile(profile);
            }
            return profile == null ? PipelineSettings.read(config) : PipelineSettings.read(config, profile);
        } catch (IllegalArgumentException e) {
            throw wrongCall(e.getMessage(), e);
        } catch (IOException e) {
            throw wrongCall("settings must be a file that can be read: file=" + config, e);
        }
    }

    /** Settings by their keys; null where the command line has none. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("instruments", instruments);
        given.put("timeframes", timeframes);
        given.put("candles", candles);
        given.put("indicators", indicators);
        given.put("trades", trades);
        given.put("ring", ring);
        given.put("signals", signals);
        given.put("budget", budget);
        return given;
    }

    private void save(PipelineSettings settings) {
        if (save != null) {
            try {
                settings.save(save);
            } catch (IOException e) {
                throw wrongCall("settings must go to a file that can be written: file=" + save, e);
            }
        }
    }

    private static String aboveBudget(PipelineSettings settings) {
        long total = settings.plan().totalBytes();
        long most = Fit.mostInstruments(settings);
        String fits = most == 0 ? "not even one instrument fits" : PlanTable.count(most) + " instruments fit";
        return "the plan is " + PlanTable.count(total - settings.budgetBytes()) + " bytes above the budget of "
            + ByteSize.format(settings.budgetBytes()) + ": at these settings " + fits + ", or --budget " + total + " holds "
            + PlanTable.count(settings.instruments());
    }

    private ParameterException wrongCall(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
