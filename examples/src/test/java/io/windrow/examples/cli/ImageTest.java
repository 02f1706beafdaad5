package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong calls of {@code image} and of {@code run --profile small}. */
class ImageTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseAJdkThatIsNone() {
        assertWrong("the JDK must have a file named release: jdk=" + folder, "image", "--jdk", folder.toString());
    }

    @Test
    void shouldRefuseAFolderOfOtherThings() throws IOException {
        Files.createFile(folder.resolve("letter.txt"));
        assertWrong("out must be an image, an empty folder or a name that is free: out=" + folder, "image", "--out", folder.toString());
    }

    @Test
    void shouldRefuseAProfileThatThereIsNot() {
        assertWrong("profile must be default or small: profile=tiny", "run", "--profile", "tiny");
        assertWrong("profile must be default or small: profile=tiny", "run", "--profile", "tiny", "--as-command");
    }

    @Test
    void shouldRefuseAnImageInTheDefaultProfile() {
        assertWrong("image goes with profile small: profile=default, image=x", "run", "--image", "x");
    }

    @Test
    void shouldRefuseAFileThatWouldBeTakenForASetting() {
        assertWrong("config must have no = in its name where profile is small: config=a=b", "run", "--profile", "small", "--config", "a=b");
    }

    @Test
    void shouldGoTheOrdinaryWayWhereNothingRuns() {
        CommandLineRun print = CommandLineRun.here("run", "--profile", "small", "--print-config", "--as-command");
        assertThat(print.exit).isZero();
        assertThat(print.out).isEqualTo("\n");
        assertThat(CommandLineRun.here("run", "--profile", "small", "--print-config", "rate=77").out).contains("\nrate=77\n");
    }

    @Test
    void shouldRunInTheDefaultProfileWhereThereIsNoImage() {
        CommandLineRun run = CommandLineRun.here("run", "--profile", "small", "--image", folder.toString(), "rate=9", "--as-command");
        assertThat(run.exit).isZero();
        assertThat(run.out).isEqualTo("set -- 'run' 'rate=9'\n");
        assertThat(run.err).isEqualTo("windrow: there is no image: image=" + folder + "; the engine runs in the default profile\n");
    }

    private static void assertWrong(String message, String... args) {
        CommandLineRun run = CommandLineRun.here(args);
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: " + message + "\n");
        assertThat(run.out).isEmpty();
    }
}
