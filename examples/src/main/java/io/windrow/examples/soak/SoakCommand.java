package io.windrow.examples.soak;

import io.windrow.examples.image.ImageException;
import io.windrow.examples.image.SmallImage;
import io.windrow.examples.prove.Machine;
import io.windrow.examples.prove.Progress;
import io.windrow.examples.soak.child.Plant;
import io.windrow.examples.soak.child.SoakSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow soak}. */
@Command(name = "soak", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Play days of trading in minutes and see whether anything is left over.",
    description = {"", "An engine in a JVM of its own opens and closes windows, strategies, a log and its sources day by day. What can be "
        + "counted must be at the end what it was after the warm-up; what is measured must not grow by more than is allowed.", ""},
    footer = {"", "Exit codes: 0 no growth, 1 growth, by name, 2 wrong options or no image that fits, 3 the engine's JVM has "
        + "ended before its time, 4 the result cannot be saved, 5 inconclusive, which is not a pass.", "", "Examples:", "  windrow soak",
        "  windrow soak --days 20 --json soak.json", "  windrow soak --profile small", "  windrow soak --days 1 --minutes 1440"})
public final class SoakCommand implements Callable<Integer> {

    private static final int LOST = 3;
    private static final int NOT_SAVED = 4;
    private static final double MOST_PERCENT = 100;
    @Spec
    private CommandSpec spec;

    @Option(names = "--days", paramLabel = "N", defaultValue = "5",
        description = "Trading days that count, after the warm-up (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "0",
        description = "How long these days shall take; 0: as fast as it goes (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--instruments", paramLabel = "N", defaultValue = "20",
        description = "Instruments, each with candles of 1s, 1m and 5m (default: ${DEFAULT-VALUE}).")
    private int instruments;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "170",
        description = "Trades a second in the data's own time, around the clock: what makes a whole day (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--trades", paramLabel = "N", defaultValue = "0",
        description = "Trades of each day, for days that are not whole; 0: rate x 86,400 (default: ${DEFAULT-VALUE}).")
    private long trades;

    @Option(names = "--allow", paramLabel = "PERCENT", defaultValue = "5",
        description = "Growth of resident memory and of the live heap that is allowed in a whole day (default: ${DEFAULT-VALUE}).")
    private double percent;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "soak",
        description = "The engine's JVM. soak: flags under which nothing but the engine can grow; default: no flags at all; small: the "
            + "image of windrow image, which must be there (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--image", paramLabel = "DIR", description = "small: the image (default: target/image-VERSION of the project).")
    private Path image;

    @Option(names = "--jvm", paramLabel = "FLAGS",
        description = "Flags of the engine's JVM. soak: in place of " + EngineJvm.FLAGS + "; small: behind those of the image.")
    private String jvm;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result with every block and count.")
    private Path jsonFile;

    @Option(names = "--plant", paramLabel = "FAULT", defaultValue = "none", hidden = true)
    private String plant;

    /** Creates the command; its options are filled in by the command line. */
    public SoakCommand() {
    }

    @Override
    public Integer call() throws IOException {
        SoakSettings settings = settings();
        EngineJvm engine = engine();
        Path folder = Files.createTempDirectory("windrow-soak");
        try {
            Progress progress = new Progress(System.err, !System.getProperty("windrow.terminal", "none").equals("none"), days + 2);
            Map<String, String> conditions = Machine.conditions();
            conditions.put("profile", profile);
            conditions.put("jvm flags", String.join(" ", engine.flags()));
            SoakRecord told = new SoakLauncher(engine, folder, progress).run(settings);
            SoakVerdict verdict = SoakVerdict.of(told, settings, percent);
            System.out.print(SoakText.render(settings, told, verdict));
            return jsonFile == null || save(SoakJson.render(settings, conditions, told, verdict)) ? verdict.exitCode() : NOT_SAVED;
        } catch (SoakFailedException e) {
            spec.commandLine().getErr().println("windrow: " + e.getMessage());
            return LOST;
        } finally {
            remove(folder);
        }
    }

    private SoakSettings settings() {
        try {
            if (!(percent >= 0 && percent <= MOST_PERCENT)) {
                throw new IllegalArgumentException("allow must be 0 to 100: allow=" + percent);
            }
            if (jsonFile != null && !Files.isDirectory(jsonFile.toAbsolutePath().getParent())) {
                throw new IllegalArgumentException("json must be in a folder that is there: json=" + jsonFile);
            }
            return SoakSettings.of(days, trades, rate, instruments, minutes, Plant.of(plant));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private EngineJvm engine() {
        try {
            SoakProfile wanted = SoakProfile.of(profile);
            require(image == null || wanted == SoakProfile.SMALL, "image goes with profile small", "image=" + image);
            require(jvm == null || wanted != SoakProfile.DEFAULT, "jvm goes with profile soak or small", "jvm=" + jvm);
            return switch (wanted) {
                case SOAK -> EngineJvm.soak(jvm == null ? EngineJvm.FLAGS : jvm);
                case DEFAULT -> EngineJvm.plain();
                case SMALL -> EngineJvm.small(SmallImage.open(imageFolder()).jvm(), jvm == null ? "" : jvm);
            };
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (ImageException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + "; windrow image builds one", e);
        }
    }

    private Path imageFolder() {
        return image == null ? SmallImage.defaultFolder(Path.of(System.getProperty("java.home"))) : image;
    }

    private void require(boolean holds, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": profile=" + profile + ", " + value);
        }
    }

    /** Whole or not at all. */
    private boolean save(String text) {
        Path whole = jsonFile.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, text);
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("windrow: json must be a file that can be written: json=" + jsonFile + " (" + e + ")");
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
