package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One image of the JDK that runs this, used, moved, copied and damaged. */
@EnabledOnOs(OS.LINUX)
class ImageIT {

    private static final long LIMIT_SECONDS = 60;
    private static final String FACTS = "windrow-image.properties";

    @TempDir
    private static Path shared;
    private static CommandLineRun built;

    @TempDir
    private Path folder;
    private Path image;

    /** A copy of its own for each test: links to the files, but for those that are damaged. */
    @BeforeEach
    void copy() throws Exception {
        if (built == null) {
            built = CommandLineRun.of(shared, "image", "--out", shared.resolve("image").toString());
        }
        assertThat(built.exit).as(built.out + built.err).isZero();
        image = folder.resolve("an image");
        sh("cp -al '" + shared.resolve("image") + "' '" + image + "'");
    }

    @Test
    void shouldSayWhatItDoesAndWhatItHasBuilt() throws IOException {
        assertThat(built.err).contains("link", "train", "archive", "check");
        assertThat(built.out).contains("image     " + shared.resolve("image"), " classes came from the archive");
        assertThat(Files.readString(image.resolve(FACTS))).contains("\nfingerprint=", "\narchive.crc32=", "\nflags=-XX:+UseSerialGC ");
        assertThat(shared.toFile().list()).containsExactlyInAnyOrder("image", "out.txt", "err.txt");
    }

    @Test
    void shouldRunTheEngineInACopyWithTheArchiveAndStopInOrder() throws Exception {
        Path copy = folder.resolve("copy");
        sh("cp -r '" + image + "' '" + copy + "'");
        Path loads = folder.resolve("loads.txt");
        ProcessBuilder builder = new ProcessBuilder(copy.resolve("bin/windrow-engine").toString(), "duration=3s", "metrics-port=0",
            "rate=1000").redirectErrorStream(true);
        builder.environment().put("WINDROW_OPTS", "-Xshare:on -Xlog:class+load:file=" + loads);
        assertThat(said(builder.start(), 0)).contains("stopped: the time is up\n").endsWith("exit=0\n");
        List<String> lines = Files.readAllLines(loads);
        assertThat(lines.stream().filter(line -> line.contains("shared objects file")).count()).isGreaterThan(lines.size() * 9 / 10);
    }

    @Test
    void shouldStartAnotherProgramOfTheModule() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(image.resolve("bin/windrow-jvm").toString(),
            "io.windrow.engine/io.windrow.examples.run.EngineMain", "rate=0").redirectErrorStream(true);
        assertThat(said(builder.start(), 2)).startsWith("windrow: rate must be ");
    }

    @Test
    void shouldTellTheScriptToBecomeTheEngine() throws Exception {
        CommandLineRun run = small("rate=9");
        assertThat(run.err).isEmpty();
        assertThat(run.out).isEqualTo("exec '" + image + "/bin/windrow-engine' 'rate=9'\n");
    }

    @Test
    void shouldNotTakeAnImageOfOtherCode() throws Exception {
        rewrite(image.resolve(FACTS), Files.readString(image.resolve(FACTS)).replaceFirst("fingerprint=.", "fingerprint=x"));
        assertDefault("the image is of other code: image=" + image);
    }

    @Test
    void shouldNotTakeAnImageOfAnotherMachine() throws Exception {
        rewrite(image.resolve(FACTS), Files.readString(image.resolve(FACTS)).replaceFirst("\narch=.*", "\narch=riscv64"));
        assertDefault("the image is for another machine, Linux riscv64: image=" + image);
    }

    @Test
    void shouldNotTakeAnImageWhoseJavaDoesNotRun() throws Exception {
        rewrite(image.resolve("bin/java"), "\u007fELF\u0002\u0001 of another machine");
        assertThat(image.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        CommandLineRun run = small("rate=9");
        assertThat(run.out).isEqualTo("set -- 'run' 'rate=9'\n");
        assertThat(run.err).startsWith("windrow: the image does not run here (").hasLineCount(1)
            .endsWith("): image=" + image + "; the engine runs in the default profile\n");
    }

    @Test
    void shouldNotTakeADamagedArchive() throws Exception {
        Path archive = image.resolve("lib/windrow.jsa");
        Path damaged = Files.copy(archive, folder.resolve("damaged.jsa"));
        assertThat(damaged.toFile().setWritable(true)).isTrue();
        try (FileChannel file = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), file.size() / 2);
        }
        Files.delete(archive);
        Files.move(damaged, archive);
        assertDefault("the archive of the image is damaged: image=" + image);
        Files.delete(archive);
        assertDefault("the archive of the image is damaged: image=" + image);
    }

    @Test
    void shouldNotTakeHalfAnImage() throws Exception {
        Files.delete(image.resolve(FACTS));
        assertDefault("there is no image: image=" + image);
    }

    /** As the script does it, which ends in the ordinary way. */
    @Test
    void shouldRunInTheDefaultProfileIfTheImageCannotBeTaken() throws Exception {
        assumeThat(Path.of("/bin/sh")).exists();
        Files.delete(image.resolve(FACTS));
        CommandLineRun told = small("duration=300ms", "metrics=false");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "eval \"$0\"; printf '%s ' \"$@\"", told.out));
        assertThat(said(new ProcessBuilder(command).start(), 0)).isEqualTo("run duration=300ms metrics=false ");
    }

    private void assertDefault(String why) throws Exception {
        CommandLineRun run = small("rate=9");
        assertThat(run.err).isEqualTo("windrow: " + why + "; the engine runs in the default profile\n");
        assertThat(run.out).isEqualTo("set -- 'run' 'rate=9'\n");
    }

    private CommandLineRun small(String... settings) throws Exception {
        List<String> words = new ArrayList<>(List.of("run", "--profile", "small", "--image", image.toString(), "--as-command"));
        words.addAll(List.of(settings));
        CommandLineRun run = CommandLineRun.of(folder, words.toArray(String[]::new));
        assertThat(run.exit).as(run.err).isZero();
        return run;
    }

    /** The file is one with that of other copies, so it is not written to. */
    private static void rewrite(Path file, String text) throws IOException {
        Files.delete(file);
        Files.writeString(file, text);
    }

    private static String said(Process process, int exit) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isEqualTo(exit);
        return text;
    }

    private static void sh(String command) throws Exception {
        said(new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start(), 0);
    }
}
