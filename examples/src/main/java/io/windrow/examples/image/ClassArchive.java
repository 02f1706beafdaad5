package io.windrow.examples.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The archive of the classes that the engine loads: what a run of the engine has loaded, and nothing else. */
final class ClassArchive {

    private static final List<String> PACED = List.of("strategies=crossing", "rate=10000");
    /** In seconds at a pace no strategy signals and no ring is full. */
    private static final List<String> FULL_SPEED = List.of("strategies=crossing,breakout", "sink=log", "speed=max");
    private static final int PACED_SECONDS = 10;
    private static final int FULL_SPEED_SECONDS = 4;
    private static final double SECONDS = PACED_SECONDS + FULL_SPEED_SECONDS;
    private static final int CHECK_SECONDS = 3;
    private static final double LEAST_SHARED = 0.95;

    private final Path image;
    private final Path work;

    /** Of an image, with a folder for what is of use only until the archive is there. */
    ClassArchive(Path image, Path work) {
        this.image = image;
        this.work = work;
    }

    /** Classes that were loaded in a run, those of them that came from the archive, and the most that was resident, in bytes. */
    record Use(int loaded, int shared, long peakBytes) {

        boolean isEnough() {
            return shared >= LEAST_SHARED * loaded;
        }
    }

    /**
     * Runs the engine at a pace and at full speed, and takes down which classes it loads: one that is not in the archive brings some fifty
     * along, which read it from the image.
     */
    void train(DoubleConsumer progress) throws IOException, ImageException {
        List<String> paced = train("paced", PACED, PACED_SECONDS, done -> progress.accept(done * PACED_SECONDS / SECONDS));
        List<String> fast = train("full-speed", FULL_SPEED, FULL_SPEED_SECONDS,
            done -> progress.accept((PACED_SECONDS + done * FULL_SPEED_SECONDS) / SECONDS));
        Files.write(list(), ClassLists.join(paced, fast));
    }

    private List<String> train(String name, List<String> settings, int seconds, DoubleConsumer progress)
        throws IOException, ImageException {
        Path loaded = work.resolve(name + ".lst");
        new EngineRun(image, work.resolve(name + ".log")).run(settings, "-Xshare:off -XX:DumpLoadedClassList=" + loaded, seconds, progress);
        return Files.readAllLines(loaded);
    }

    private Path list() {
        return work.resolve("classes.lst");
    }

    /** Writes the archive. */
    void write() throws ImageException, IOException {
        List<String> command = List.of(image.resolve("bin").resolve(Launchers.JVM).toString(), Launchers.engineClass());
        Tool.Said said = Tool.run(command, Map.of("WINDROW_OPTS", "-Xshare:dump -XX:SharedClassListFile=" + list()));
        if (said.exit() != 0 || !Files.exists(file())) {
            throw new ImageException("the archive cannot be written: exit=" + said.exit() + ", " + said.reason());
        }
    }

    private Path file() {
        return image.resolve("lib").resolve(Launchers.ARCHIVE);
    }

    long bytes() throws IOException {
        return Files.size(file());
    }

    /** A checksum of the archive, for damage that the virtual machine would not see or would not survive; -1 if there is none. */
    long checksum() throws IOException {
        if (!Files.exists(file())) {
            return -1;
        }
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(file()));
        return sum.getValue();
    }

    /**
     * Runs the engine with the archive.
     *
     * @throws ImageException if the archive is not used, or for too few classes.
     */
    Use check(DoubleConsumer progress) throws IOException, ImageException {
        Path loads = work.resolve("loads.log");
        EngineRun run = new EngineRun(image, work.resolve("check.log"));
        long peak = run.run(PACED, "-Xshare:on -Xlog:class+load:file=" + loads, CHECK_SECONDS, progress);
        Use use = count(loads, peak);
        if (!use.isEnough()) {
            throw new ImageException("the archive must have 95 % of the classes that are loaded: loaded=" + use.loaded + ", archived="
                + use.shared);
        }
        return use;
    }

    private static Use count(Path loads, long peak) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<String> lines = Files.lines(loads)) {
            lines.filter(line -> line.contains(" source: ")).forEach(line -> sources.add(line.substring(line.indexOf(" source: "))));
        }
        return new Use(sources.size(), (int) sources.stream().filter(source -> source.contains("shared objects file")).count(), peak);
    }
}
