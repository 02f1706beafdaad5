package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Shell scripts in an engine's place. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class EngineProcessTest {

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheReasonOfAnEngineThatDiesAtItsStart() throws Exception {
        try (EngineProcess engine = start("echo starting; echo 'windrow: no memory is left' >&2; echo more >&2; exit 4")) {
            assertThatThrownBy(engine::awaitAddress).isInstanceOf(LaunchFailedException.class)
                .hasMessage("the engine ended before it answered: profile=small, exit=4, windrow: no memory is left");
        }
    }

    @Test
    void shouldSayThatThereIsNoReason() throws Exception {
        try (EngineProcess engine = start("exit 1")) {
            assertThatThrownBy(engine::awaitAddress).hasMessage(
                "the engine ended before it answered: profile=small, exit=1, it gave no reason");
        }
    }

    @Test
    void shouldWaitForTheWholeAddressAndStopInOrder() throws Exception {
        try (EngineProcess engine = start("trap 'exit 0' TERM; echo settings; printf 'metrics: http://'; sleep 0.2; "
            + "printf '127.0.0.1:1'; sleep 0.2; echo 2345/; while :; do sleep 0.05; done")) {
            assertThat(engine.awaitAddress()).isEqualTo("http://127.0.0.1:12345/");
            engine.stop();
        }
    }

    @Test
    void shouldNotTakeAnEndWithAFaultForOrder() throws Exception {
        try (EngineProcess engine = start("trap 'echo late >&2; exit 3' TERM; echo metrics: http://a/; while :; do sleep 0.05; done")) {
            engine.awaitAddress();
            assertThatThrownBy(engine::stop).isInstanceOf(LaunchFailedException.class)
                .hasMessage("the engine did not stop in order: profile=small, exit=3, late");
        }
    }

    @Test
    void shouldNoticeAnEndBeforeTheTime() throws Exception {
        try (EngineProcess engine = start("echo metrics: http://a/")) {
            engine.awaitAddress();
            // The system knows of an end a moment before this JVM does, so it is this JVM that is asked.
            assertThat(engine.awaitEnd(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(engine::stop)
                .hasMessage("the engine ended before its time: profile=small, exit=0, it gave no reason");
        }
    }

    @Test
    void shouldLeaveNoProcessBehind() throws Exception {
        long pid;
        try (EngineProcess engine = start("while :; do sleep 0.05; done")) {
            pid = engine.pid();
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldGiveTheSettingsAndTheEnvironmentOfTheProfileAndNothingOfItsOwn() throws Exception {
        Path script = script("echo \"$*|$ONE|${MALLOC_ARENA_MAX:-}\"; echo metrics: http://a/");
        EngineProfile profile = new EngineProfile("small", List.of(script.toString()), Map.of("ONE", "1", "MALLOC_ARENA_MAX", "1"), "");
        try (EngineProcess engine = EngineProcess.start(profile, List.of("rate=1", "ring=2"), folder)) {
            engine.awaitAddress();
            assertThat(folder.resolve("engine.out")).content().startsWith("rate=1 ring=2|1|1\n");
        }
        Map<String, String> mine = new HashMap<>(Map.of("MALLOC_ARENA_MAX", "8", "JAVA_TOOL_OPTIONS", "-Xint", "WINDROW_OPTS", "x",
            "JDK_JAVA_OPTIONS", "x", "_JAVA_OPTIONS", "x", "WINDROW_HEAP", "9m", "HOME", "/"));
        EngineProcess.clean(mine);
        assertThat(mine).containsOnlyKeys("HOME");
    }

    @Test
    void shouldNameACommandThatCannotBeRun() {
        EngineProfile profile = EngineProfile.of("small", List.of(folder.resolve("none").toString()));
        assertThatThrownBy(() -> EngineProcess.start(profile, List.of(), folder)).isInstanceOf(LaunchFailedException.class)
            .hasMessageStartingWith("the engine cannot be started: profile=small (").hasMessageContaining("none");
    }

    private EngineProcess start(String script) throws Exception {
        return EngineProcess.start(EngineProfile.of("small", List.of(script(script).toString())), List.of(), folder);
    }

    private Path script(String text) throws Exception {
        Path file = folder.resolve("engine.sh");
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
