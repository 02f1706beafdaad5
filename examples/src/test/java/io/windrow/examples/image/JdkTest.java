package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

    private static final String NO_LINKING = "#!/bin/sh\necho 'Linking from run-time image disabled'\n";
    private static final String LINKING = "#!/bin/sh\necho 'Linking from run-time image enabled'\n";

    @TempDir
    private Path home;

    @Test
    void shouldTakeTheJdkThatRunsThis() {
        assertThat(Jdk.of(Jdk.own()).feature()).isEqualTo(Runtime.version().feature());
    }

    @Test
    void shouldRefuseWhatIsNoJdk() {
        assertRefused("the JDK must have a file named release");
    }

    @Test
    void shouldRefuseAnOldOne() throws IOException {
        release("11.0.2");
        assertRefused("the JDK must be 17 or newer, found 11.0.2");
        release("x");
        assertRefused("the JDK must be 17 or newer, found x");
    }

    @Test
    void shouldRefuseARuntimeWithoutTools() throws IOException {
        release("17.0.1");
        tool("java", LINKING);
        assertRefused("the JDK must have bin/javac");
    }

    @Test
    void shouldRefuseOneWithoutModulesToLink() throws IOException {
        whole(NO_LINKING);
        assertRefused("the JDK must have jmods or be able to link without");
    }

    @Test
    void shouldTakeOneThatLinksWithout() throws IOException {
        whole(LINKING);
        assertThat(Jdk.of(home).version()).isEqualTo("25.0.3");
    }

    @Test
    void shouldTakeOneWithModules() throws IOException {
        whole(NO_LINKING);
        Files.createFile(Files.createDirectory(home.resolve("jmods")).resolve("java.base.jmod"));
        assertThat(Jdk.of(home).feature()).isEqualTo(25);
    }

    @Test
    void shouldRefuseOneOfAnotherMachine() throws IOException {
        whole(LINKING);
        tool("java", "\u007fELF of nothing that runs here\n");
        assertRefused("the JDK must run on this machine");
    }

    private void assertRefused(String rule) {
        assertThatThrownBy(() -> Jdk.of(home)).isInstanceOf(IllegalArgumentException.class).hasMessage(rule + ": jdk=" + home);
    }

    private void whole(String jlink) throws IOException {
        release("25.0.3");
        tool("java", LINKING);
        tool("javac", LINKING);
        tool("jlink", jlink);
    }

    private void release(String version) throws IOException {
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void tool(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
