package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code footprint} as far as no engine runs. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class FootprintCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseWrongCalls() {
        assertWrongCall("unknown profile (known: default, small, small-25): profiles=large", "--profiles", "default,large");
        assertWrongCall("each profile once: profiles=small", "--profiles", "small,default,small");
        assertWrongCall("launches must be 1 to 1000: launches=0", "--launches", "0");
        assertWrongCall("seconds must be 3 to 1000: seconds=2", "--seconds", "2", "--quick");
        Path nowhere = folder.resolve("none").resolve("a.json");
        assertWrongCall("a file in a folder that exists is needed: json=" + nowhere, "--json", nowhere.toString());
        assertWrongCall("a file in a folder that exists is needed: html=" + folder, "--html", folder.toString());
        assertWrongCall("Unknown option: '--fast'", "--fast");
    }

    @Test
    void shouldFailWhereNoProfileCanRun() {
        FakeProfiles fake = new FakeProfiles(EngineProfile.unavailable("small", "the JDK has no jmods"));
        assertThat(fake.run("--profiles", "small")).isEqualTo(3);
        assertThat(fake.err()).isEqualTo("windrow: small is left out: the JDK has no jmods\n");
    }

    @Test
    void shouldFailWithTheReasonOfAnEngineThatDiesAtItsStart() {
        FakeProfiles fake = new FakeProfiles(EngineProfile.of("small", List.of("/bin/sh", "-c", "echo 'windrow: broken' >&2; exit 2")));
        assertThat(fake.run("--profiles", "small")).isEqualTo(3);
        assertThat(fake.err()).isEqualTo("windrow: the engine ended before it answered: profile=small, exit=2, windrow: broken\n");
    }

    @Test
    void shouldFailWhereTheEngineIsNoJvm() {
        FakeProfiles fake = new FakeProfiles(EngineProfile.of("small",
            List.of("/bin/sh", "-c", "echo metrics: http://127.0.0.1:1/; while :; do sleep 0.1; done")));
        assertThat(fake.run("--profiles", "small")).isEqualTo(3);
        assertThat(fake.err()).startsWith("windrow: the engine was lost, the process is no JVM: pid=");
    }

    @Test
    void shouldTakeAThirdOfTheTimeForWarmUpButTenSecondsAtMost() {
        assertThat(PhaseTime.of(3)).isEqualTo(new PhaseTime(1, 2));
        assertThat(PhaseTime.of(6)).isEqualTo(new PhaseTime(2, 4));
        assertThat(PhaseTime.of(300)).isEqualTo(new PhaseTime(10, 290));
    }

    @Test
    void shouldStartTheDefaultProfileWithoutAnyFlag() {
        assertThat(new EngineProfiles().find("default").command()).containsExactly(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
            "io.windrow.examples.run.EngineMain");
    }

    private void assertWrongCall(String message, String... args) {
        FakeProfiles fake = new FakeProfiles();
        assertThat(fake.run(args)).isEqualTo(2);
        assertThat(fake.err()).startsWith(message);
    }
}
