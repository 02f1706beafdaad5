package io.windrow.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.metrics.Figure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchActionTest {

    @TempDir
    private Path folder;

    private WatchEvent event(Path snapshot) {
        Alarm alarm = new Alarm("too much; rm -rf", Severity.HIGH, Figure.RESIDENT, 61, 60, SampleFeed.NOON, "61 is above 60");
        return new WatchEvent(alarm, new Snapshot("", SampleFeed.of(0, Figure.RESIDENT, 61)), snapshot);
    }

    @Test
    void shouldWriteALine() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(WatchAction.log(new PrintStream(bytes)).run(event(null))).isZero();
        assertThat(bytes.toString().strip()).isEqualTo("2026-11-20T12:00:00Z HIGH 61 is above 60");
    }

    @Test
    void shouldTellAListener() throws Exception {
        List<Alarm> told = new ArrayList<>();
        assertThat(WatchAction.tell(told::add).run(event(null))).isZero();
        assertThat(told).extracting(Alarm::value).containsExactly(61L);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void shouldRunAProgramWithWhatItNeedsToKnow() throws Exception {
        Path out = folder.resolve("out");
        String script = "echo \"$WINDROW_ALARM|$WINDROW_FIGURE|$WINDROW_VALUE|$WINDROW_THRESHOLD|$WINDROW_TIME|$WINDROW_SNAPSHOT\" > " + out
            + "; echo noise; exit 7";
        WatchAction action = WatchAction.command(List.of("sh", "-c", script), Duration.ofSeconds(30));
        assertThat(action.run(event(folder.resolve("s.json")))).isEqualTo(7);
        assertThat(Files.readString(out).strip())
            .isEqualTo("too much; rm -rf|residentBytes|61|60|2026-11-20T12:00:00Z|" + folder.resolve("s.json"));
        assertThat(action.run(event(null))).isEqualTo(7);
        assertThat(Files.readString(out).strip()).endsWith("|2026-11-20T12:00:00Z|");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void shouldEndAProgramAndItsChildrenPastTheTimeLimit() throws Exception {
        Path pid = Files.createFile(folder.resolve("pid"));
        List<String> command = List.of("sh", "-c", "sleep 300 & echo $! > " + pid + "; wait");
        // Until the program had the time to say who its child is.
        for (int seconds = 1; Files.size(pid) == 0; seconds *= 2) {
            assertThat(seconds).isLessThan(30);
            Duration limit = Duration.ofSeconds(seconds);
            WatchAction action = WatchAction.command(command, limit);
            assertThatThrownBy(() -> action.run(event(null))).isInstanceOf(IOException.class)
                .hasMessage("the program must end within the time limit: program=sh, timeLimit=" + limit);
        }
        long child = Long.parseLong(Files.readString(pid).strip());
        MemoryProfilerTest.await(() -> ProcessHandle.of(child).map(handle -> !handle.isAlive()).orElse(true));
    }

    @Test
    void shouldNameAProgramThatIsNotThere() {
        WatchAction action = WatchAction.command(List.of(folder.resolve("none").toString()), Duration.ofSeconds(2));
        assertThatThrownBy(() -> action.run(event(null))).isInstanceOf(IOException.class)
            .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void shouldRefuseNoProgramAndNoTime() {
        assertThatThrownBy(() -> WatchAction.command(List.of(), Duration.ofSeconds(2))).hasMessage("command must not be empty");
        assertThatThrownBy(() -> WatchAction.command(List.of("a"), Duration.ZERO)).hasMessage("timeLimit must be positive: timeLimit=PT0S");
    }
}
