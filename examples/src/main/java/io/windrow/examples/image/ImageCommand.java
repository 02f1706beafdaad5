package io.windrow.examples.image;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow image}. */
@Command(name = "image", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Build the small runtime that run --profile small starts.",
    description = {"", "Links a Java runtime with the engine in it and nothing else, runs the engine for 10 seconds to see which "
        + "classes it loads, writes an archive of these, and checks that the archive is used. The folder may be moved and copied; "
        + "bin/windrow-engine in it starts the engine.", ""},
    footer = {"", "Exit codes: 0 built and checked, 1 a step has failed, 2 wrong options or a JDK that cannot link.", "", "Examples:",
        "  windrow image", "  windrow image --out /opt/engine", "  windrow image --jdk /usr/lib/jvm/jdk-25"})
public final class ImageCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR",
        description = "The folder; an image that is there is replaced (default: target/image-VERSION of the project).")
    private Path out;

    @Option(names = "--jdk", paramLabel = "HOME", description = "The JDK to link from, 17 or newer (default: the one that runs this).")
    private Path jdk;

    /** Creates the command; its options are filled in by the command line. */
    public ImageCommand() {
    }

    @Override
    public Integer call() throws ImageException {
        try {
            Path home = jdk == null ? Jdk.own() : jdk;
            Path folder = out == null ? SmallImage.defaultFolder(home) : out;
            SmallImage image = SmallImage.build(folder, home, !System.getProperty("windrow.terminal", "none").equals("none"));
            System.out.print(text(image));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String text(SmallImage image) {
        ImageFacts facts = image.facts();
        return String.format(Locale.ROOT, """
            image     %s
            java      %s, %s %s
            size      %,d bytes, of which %,d are the archive
            checked   %,d of %,d classes came from the archive; peak of resident memory in 3 s: %s
            start it  %s [FILE] [KEY=VALUE ...]
            """, image.folder(), facts.javaVersion(), facts.os(), facts.arch(), facts.bytes(), facts.archiveBytes(), facts.archived(),
            facts.loaded(), facts.peakBytes() < 0 ? "not known" : String.format(Locale.ROOT, "%,d bytes", facts.peakBytes()),
            image.engine());
    }
}
