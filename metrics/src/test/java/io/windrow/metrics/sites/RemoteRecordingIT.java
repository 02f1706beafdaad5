package io.windrow.metrics.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRecordingIT {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @AfterEach
    void shouldLeaveNoFile() throws IOException {
        long own = ProcessHandle.current().pid();
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("windrow-(sites|jcmd)-" + own + "-.*"))).isEmpty();
        }
    }

    @Test
    void shouldNameTheSitesOfAnotherProcess() throws IOException {
        try (TargetJvm target = new TargetJvm()) {
            AllocationReport report = AllocationSites.of(target.pid(), Duration.ofSeconds(2), 2);
            // Which of them comes first is for chance where the machine is busy: the recorder takes samples.
            assertThat(report.sites()).extracting(site -> site.place().replaceAll(":\\d+$", ""))
                .containsExactlyInAnyOrder("io.windrow.metrics.sites.AllocatingTarget.bytes",
                    "io.windrow.metrics.sites.AllocatingTarget.lists");
            AllocationSite bytes = report.sites().get(report.sites().get(0).place().contains("bytes") ? 0 : 1);
            assertThat(bytes.allocatedClass()).isEqualTo("byte[]");
            assertThat(bytes.share()).as("true is 0.74").isBetween(0.1, 0.99);
            assertThat(report.totalBytes()).isGreaterThan(report.sites().get(0).bytes());
            assertNotRecorded(target);
        }
    }

    @Test
    void shouldEndTheRecordingWhenInterrupted() throws Exception {
        try (TargetJvm target = new TargetJvm()) {
            Thread recorder = new Thread(() -> {
                try {
                    AllocationSites.of(target.pid(), Duration.ofSeconds(600), 1);
                } catch (RecordingException e) {
                    assertThat(e).hasMessage("the recording was interrupted");
                }
            });
            recorder.start();
            awaitRecorded(target);
            recorder.interrupt();
            recorder.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(recorder.isAlive()).isFalse();
            assertNotRecorded(target);
        }
    }

    @Test
    void shouldEndTheRecordingWhenItFails() throws IOException {
        try (TargetJvm target = new TargetJvm()) {
            Jcmd jcmd = new Jcmd(Target.of(target.pid()), JAVA_HOME);
            assertThatThrownBy(() -> {
                try (RemoteRecording recording = new RemoteRecording(Target.of(target.pid()), jcmd)) {
                    recording.start(Duration.ofSeconds(60));
                    assertThat(jcmd.ask("JFR.check")).contains("windrow-sites-");
                    throw new IllegalStateException("broken");
                }
            }).hasMessage("broken");
            assertNotRecorded(target);
        }
    }

    @Test
    void shouldSayThatTheTargetDied() throws Exception {
        try (TargetJvm target = new TargetJvm()) {
            Thread killer = new Thread(() -> {
                awaitRecorded(target);
                target.kill();
            });
            killer.start();
            assertThatThrownBy(() -> AllocationSites.of(target.pid(), Duration.ofSeconds(60), 1)).isInstanceOf(RecordingException.class)
                .hasMessage("the process ended while it was recorded: pid=" + target.pid());
            killer.join();
        }
    }

    @Test
    void shouldSayThatTheRecorderIsSwitchedOff() throws IOException {
        try (TargetJvm target = new TargetJvm("-XX:-FlightRecorder")) {
            assertThatThrownBy(() -> AllocationSites.of(target.pid(), Duration.ofSeconds(1), 1)).isInstanceOf(RecordingException.class)
                .hasMessage("the process cannot be recorded: pid=" + target.pid() + ", why=Flight Recorder is disabled.");
        }
    }

    @Test
    void shouldSayThatTheRuntimeHasNoRecorder() throws Exception {
        Path image = folder.resolve("image");
        Process jlink = new ProcessBuilder(JAVA_HOME.resolve("bin").resolve("jlink").toString(), "--add-modules", "java.base", "--output",
            image.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(jlink.waitFor()).isZero();
        try (TargetJvm target = new TargetJvm(image)) {
            assertThatThrownBy(() -> AllocationSites.of(target.pid(), Duration.ofSeconds(1), 1)).isInstanceOf(RecordingException.class)
                .hasMessage("the process cannot be recorded: pid=" + target.pid() + ", why=Module jdk.jfr not found.");
        }
    }

    @Test
    void shouldSayThatTheTargetCannotBeAttachedTo() throws IOException {
        try (TargetJvm target = new TargetJvm("-XX:+DisableAttachMechanism")) {
            assertThatThrownBy(() -> AllocationSites.of(target.pid(), Duration.ofSeconds(1), 1)).isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("the process cannot be recorded: pid=" + target.pid() + ", why=").hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldNotHarmAProcessThatIsNoJvm() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "600").start();
        try {
            assertThatThrownBy(() -> AllocationSites.of(sleep.pid(), Duration.ofSeconds(1), 1)).isInstanceOf(RecordingException.class)
                .hasMessage("the process is no JVM: pid=" + sleep.pid());
            assertThat(sleep.isAlive()).isTrue();
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void shouldSayThatThereIsNoSuchProcess() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThatThrownBy(() -> AllocationSites.of(ended.pid(), Duration.ofSeconds(1), 1)).isInstanceOf(RecordingException.class)
            .hasMessage("no such process: pid=" + ended.pid());
    }

    @Test
    void shouldSayThatTheProcessIsAnothers() {
        assertThatThrownBy(() -> Target.requireSameUser(7, "root", "trader")).isInstanceOf(RecordingException.class)
            .hasMessage("a process of another user cannot be recorded: pid=7, user=root, own=trader");
        Target.requireSameUser(7, "trader", "root");
        Target.requireSameUser(7, "", "trader");
    }

    @Test
    void shouldSayThatThereIsNoJcmd() {
        assertThatThrownBy(() -> new Jcmd(null, folder)).isInstanceOf(RecordingException.class)
            .hasMessage("recording another process needs jcmd, which a JDK has and this runtime has not: java.home=" + folder);
    }

    @Test
    void shouldTakeTheReasonFromAnAnswer() {
        assertThat(RemoteRecording.reason("\n  com.sun.tools.attach.X: no\n\tat a.b\n")).isEqualTo("com.sun.tools.attach.X: no");
        assertThat(RemoteRecording.reason("")).isEqualTo("no answer");
        assertThat(RemoteRecording.reason("x".repeat(500))).hasSize(200);
    }

    private static void awaitRecorded(TargetJvm target) {
        Jcmd jcmd = new Jcmd(Target.of(target.pid()), JAVA_HOME);
        for (int tries = 0; tries < 100; tries++) {
            if (jcmd.ask("JFR.check").contains("windrow-sites-")) {
                return;
            }
        }
        throw new AssertionError("not recorded: pid=" + target.pid());
    }

    private static void assertNotRecorded(TargetJvm target) {
        assertThat(new Jcmd(Target.of(target.pid()), JAVA_HOME).ask("JFR.check")).contains("No available recordings");
    }
}
