package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.windrow.examples.prove.report.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that watch, on a JVM that knows nothing of Windrow. */
@EnabledOnOs(OS.LINUX)
class OpsProcessIT {

    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void shouldShowWhatTheKernelSays() throws IOException {
        try (PlainJvm jvm = new PlainJvm("idle")) {
            // Even an idle JVM takes and gives back a page now and then, and more of them just after its start.
            long before = residentBytes(jvm);
            CommandLineRun run = run(jvm, "mem-snapshot", "--json", "-");
            long after = residentBytes(jvm);
            assertThat(run.exit).as(run.err).isZero();
            Object tree = Json.read(run.out);
            assertThat(number(tree, "figures", "residentBytes")).isBetween(Math.min(before, after) * 0.99, Math.max(before, after) * 1.01);
            assertThat(number(tree, "figures", "heapMaximumBytes")).isBetween(30e6, 34e6);
            assertThat(Json.at(tree, "target")).isEqualTo("pid " + jvm.pid());
        }
    }

    private static long residentBytes(PlainJvm jvm) throws IOException {
        return Files.readAllLines(Path.of("/proc", jvm.pid(), "status")).stream().filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).sum();
    }

    @Test
    void shouldForceACollectionAndCompare() throws IOException {
        try (PlainJvm jvm = new PlainJvm("calm")) {
            String saved = folder.resolve("a.json").toString();
            assertThat(run(jvm, "mem-snapshot", "--label", "before", "--out", saved).exit).isZero();
            CommandLineRun run = run(jvm, "mem-snapshot", "--compare", saved, "--gc");
            assertThat(run.exit).as(run.err).isZero();
            assertThat(run.out).startsWith("freed ").contains("compared with before of ");
            assertThat(run.out.lines()).anyMatch(line -> line.matches("  oldCollections +1 +0 +\\+1 .*"));
        }
    }

    @Test
    void shouldNameTheSiteThatAllocates() throws IOException {
        try (PlainJvm jvm = new PlainJvm("calm")) {
            CommandLineRun run = run(jvm, "mem-snapshot", "--sites", "5s");
            assertThat(run.exit).as(run.err).isZero();
            assertThat(run.out).contains("PlainProgram.main:").contains("byte[]");
            assertThat(run.err).isEqualTo("recording pid " + jvm.pid() + " for 5s" + System.lineSeparator());
        }
    }

    @Test
    void shouldKeepABaselineAndRefuseOneThatIsDamaged() throws IOException {
        try (PlainJvm jvm = new PlainJvm("calm")) {
            Path file = folder.resolve("good.baseline");
            String[] look = {"--for", "2s", "--interval", "50ms"};
            CommandLineRun captured = run(jvm, with(look, "mem-baseline", "capture", "--out", file.toString()));
            assertThat(captured.exit).as(captured.err).isZero();
            assertThat(captured.out).contains("saved: " + file);
            // Wide enough for the stops of a busy machine, and few enough samples for one that stands still; that more than the threshold
            // fails is tested with made-up figures.
            CommandLineRun same = run(jvm, with(look, "mem-baseline", "compare", "--threshold", "100000", "--samples", "2", "--against",
                file.toString()));
            assertThat(same.exit).as(same.out + same.err).isZero();
            CommandLineRun few = run(jvm, with(look, "mem-baseline", "compare", "--samples", "1000", "--against", file.toString()));
            assertThat(few.exit).isEqualTo(5);
            assertRefused(jvm, file, Files.readString(file).replace("windrow-baseline=1", "windrow-baseline=2"));
            assertRefused(jvm, file, Files.readString(file).substring(0, 200));
            Files.delete(file);
            assertRefused(jvm, file, null);
        }
    }

    private void assertRefused(PlainJvm jvm, Path file, String content) throws IOException {
        Path bad = content == null ? file : Files.writeString(folder.resolve("bad.baseline"), content);
        CommandLineRun run = run(jvm, "mem-baseline", "compare", "--against", bad.toString());
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertThat(run.err.lines()).hasSize(2).first().asString().startsWith("windrow: ").contains(bad.toString());
    }

    @Test
    void shouldFindABaselineOfOtherFlagsInconclusive() throws IOException {
        String file = folder.resolve("other.baseline").toString();
        String[] look = {"--for", "1s", "--interval", "20ms"};
        try (PlainJvm jvm = new PlainJvm("idle", "-Xss2m")) {
            assertThat(run(jvm, with(look, "mem-baseline", "capture", "--out", file)).exit).isZero();
        }
        try (PlainJvm jvm = new PlainJvm("idle")) {
            CommandLineRun run = run(jvm, with(look, "mem-baseline", "compare", "--samples", "2", "--against", file));
            assertThat(run.exit).as(run.out + run.err).isEqualTo(5);
            assertThat(run.out).contains("INCONCLUSIVE: ").contains("flags");
        }
    }

    @Test
    void shouldAdviseOnTheCollectorWithAFileThatJavaTakes() throws IOException, InterruptedException {
        Path file = folder.resolve("gc.options");
        try (PlainJvm jvm = new PlainJvm("calm", "-Xmn2m")) {
            CommandLineRun run = run(jvm, "gc-profile", "--for", "4s", "--out", file.toString());
            assertThat(run.exit).as(run.out + run.err).isZero();
            // What is allocated cannot be estimated where the heap was the same after each collection that was seen.
            assertThat(run.out).contains("collector ", "Serial", "stops up to", "#", "advice: ").containsPattern(
                "\nallocation .*(estimate, at least|not known)");
            String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process java = new ProcessBuilder(program, "@" + file, "-version").start();
            assertThat(java.waitFor()).isZero();
        }
        Files.delete(file);
        try (PlainJvm idle = new PlainJvm("idle")) {
            CommandLineRun run = run(idle, "gc-profile", "--for", "1s", "--out", file.toString());
            assertThat(run.exit).as(run.out + run.err).isEqualTo(5);
            assertThat(run.out).startsWith("nothing saved, too little was seen").contains("INCONCLUSIVE: ");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void shouldJudgeTheStopsOfAJvm() throws IOException {
        try (PlainJvm jvm = new PlainJvm("calm", "-Xmn2m")) {
            CommandLineRun good = run(jvm, "assert-p95", "--for", "4s", "--max", "stop=1m", "--max", "collection=1m");
            assertThat(good.exit).as(good.out).isZero();
            CommandLineRun bad = run(jvm, "assert-p95", "--for", "4s", "--max", "stop=1ns");
            assertThat(bad.exit).isEqualTo(1);
            CommandLineRun latency = run(jvm, "assert-p95", "--for", "1s", "--max", "latency=1s");
            assertThat(latency.exit).isEqualTo(2);
            assertThat(latency.err).contains("of a JVM only stop and collection are known, the rest needs --url: max=latency");
        }
        try (PlainJvm idle = new PlainJvm("idle")) {
            CommandLineRun run = run(idle, "assert-p95", "--for", "1s");
            assertThat(run.exit).as(run.out).isEqualTo(5);
            assertThat(run.out).contains("20 are needed");
        }
    }

    @ParameterizedTest
    @CsvSource({"calm, 0, PASS: the target is reached", "files, 1, FAIL: a leak was found"})
    void shouldCountCleanHoursOfAJvmAndNameItsLeak(String what, int exit, String verdict) throws IOException {
        try (PlainJvm jvm = new PlainJvm(what)) {
            CommandLineRun run = run(jvm, "leak-sentinel", "--hour", "10s", "--interval", "100ms", "--warm-up", "2s", "--target-hours",
                exit == 0 ? "1" : "9", "--for", "90s");
            assertThat(run.exit).as(run.out + run.err).isEqualTo(exit);
            assertThat(run.out).contains(verdict).contains(exit == 0 ? "1 of 1 clean hours" : "openFiles");
        }
    }

    @Test
    void shouldValidateAJvm() throws IOException {
        // An idle one, and its stops as they come: what a busy machine makes of the stops is no fault of the JVM.
        try (PlainJvm jvm = new PlainJvm("idle")) {
            CommandLineRun run = run(jvm, "validate", "--for", "2s", "--interval", "50ms", "--limit", "residentBytes=500MB", "--limit",
                "stopP95Seconds=10m");
            assertThat(run.exit).as(run.out + run.err).isZero();
            assertThat(run.out).contains("== mem-health", "== assert-p95", "== gc-profile", "== all");
            assertThat(run(jvm, "validate", "--for", "1s", "--limit", "residentBytes=1MB").exit).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mem-snapshot", "mem-health", "gc-profile", "leak-sentinel", "watchdog --when openFiles>1", "health",
        "assert-p95", "validate"})
    void shouldEndWithThreeWhereThereIsNoSuchProcess(String command) throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        CommandLineRun run = CommandLineRun.here((command + " --pid " + ended.pid()).split(" "));
        assertThat(run.exit).isEqualTo(3);
        assertThat(run.err).isEqualTo("windrow: no such process: pid=" + ended.pid() + System.lineSeparator());
        assertThat(run.out).isEmpty();
    }

    @Test
    void shouldEndWithThreeWhereItIsNoJvmOrAnotherUsers() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            CommandLineRun run = CommandLineRun.here("mem-snapshot", "--pid", Long.toString(sleep.pid()));
            assertThat(run.exit).isEqualTo(3);
            assertThat(run.err).isEqualTo("windrow: the process is no JVM: pid=" + sleep.pid() + System.lineSeparator());
        } finally {
            sleep.destroyForcibly();
        }
        // In a container the first process may be the JVM that runs this.
        assumeThat(ProcessHandle.of(1).flatMap(one -> one.info().command()).orElse("")).doesNotEndWith("/java");
        CommandLineRun first = CommandLineRun.here("mem-snapshot", "--pid", "1");
        assertThat(first.exit).isEqualTo(3);
        assertThat(first.err.lines()).hasSize(1);
    }

    @Test
    void shouldSayWhatAJvmWithoutCountersDoesNotTell() throws IOException {
        try (PlainJvm jvm = new PlainJvm("calm", "-XX:-UsePerfData")) {
            CommandLineRun snapshot = run(jvm, "mem-snapshot");
            assertThat(snapshot.exit).as(snapshot.err).isZero();
            assertThat(snapshot.out).contains("residentBytes", "not known: ");
            CommandLineRun profile = run(jvm, "gc-profile", "--for", "1s");
            assertThat(profile.exit).isEqualTo(3);
            assertThat(profile.err.lines()).last().asString().startsWith("windrow: the collector cannot be watched: pid " + jvm.pid());
            assertThat(run(jvm, "assert-p95", "--for", "1s").exit).isEqualTo(5);
        }
    }

    @Test
    void shouldEndWithThreeAndSaveNothingWhereTheJvmDiesWhileItIsWatched() throws Exception {
        Path file = folder.resolve("half.baseline");
        try (PlainJvm jvm = new PlainJvm("calm")) {
            Process command = start("mem-baseline", "capture", "--for", "60s", "--interval", "50ms", "--out", file.toString(),
                "--pid", jvm.pid());
            awaitProgress();
            jvm.close();
            assertThat(command.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(command.exitValue()).isEqualTo(3);
            assertThat(Files.readString(folder.resolve("err.txt")).lines().filter(line -> line.startsWith("windrow: "))).singleElement()
                .asString().startsWith("windrow: pid " + jvm.pid() + " has ended").endsWith(" samples)");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("out.txt", "err.txt");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"mem-health --for 60s --limit residentBytes=500MB --limit stopP95Seconds=10m|0|check ",
        "leak-sentinel|5|INCONCLUSIVE: stopped before",
        "mem-baseline capture --for 60s --out never.baseline|5|nothing saved", "watchdog --when openFiles>100000|0|alarms: 0"})
    void shouldSayWhatItHasSeenWhenItIsInterrupted(String call, int exit, String words) throws Exception {
        CommandLineRun.assumeInterruptIsNotIgnored();
        try (PlainJvm jvm = new PlainJvm("calm")) {
            Process command = start((call + " --interval 50ms --pid " + jvm.pid()).split(" "));
            awaitProgress();
            new ProcessBuilder("kill", "-INT", Long.toString(command.pid())).start().waitFor();
            assertThat(command.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("out.txt"))).contains(words);
            assertThat(command.exitValue()).isEqualTo(exit);
            assertThat(folder.resolve("never.baseline")).doesNotExist();
            assertThat(jvm.isAlive()).isTrue();
        }
    }

    /** A limit on the size of files stops a writer as a full disk does: in the middle. */
    @Test
    void shouldLeaveTheOldFileWhereTheNewOneCannotBeSaved() throws Exception {
        try (PlainJvm jvm = new PlainJvm("calm")) {
            Path file = Files.writeString(folder.resolve("old.json"), "old");
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 1; exec \"$0\" \"$@\""));
            List<String> java = CommandLineRun.command("mem-snapshot", "--pid", jvm.pid(), "--out", file.toString());
            command.add(java.get(0));
            command.add("-XX:-UsePerfData");
            command.addAll(java.subList(1, java.size()));
            Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
            String err = new String(process.getErrorStream().readAllBytes());
            assertThat(process.waitFor()).as(err).isEqualTo(4);
            assertThat(err.lines()).singleElement().asString().startsWith("windrow: the file cannot be saved: file=" + file);
            assertThat(file).content().isEqualTo("old");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
            CommandLineRun device = run(jvm, "mem-snapshot", "--json", "/dev/full");
            assertThat(device.exit).isEqualTo(4);
            assertThat(device.err.lines()).hasSize(1);
        }
    }

    /** As at a terminal, where it draws its progress after each sample. */
    private Process start(String... call) throws IOException {
        List<String> command = new ArrayList<>(CommandLineRun.command(call));
        command.add(1, "-Dwindrow.terminal=yes");
        return new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile()).start();
    }

    /** Until the command has drawn its progress at the start and for two samples. */
    private void awaitProgress() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (Files.readString(folder.resolve("err.txt"), StandardCharsets.ISO_8859_1).split("watching", -1).length <= 3) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
            Thread.sleep(20);
        }
    }

    private static CommandLineRun run(PlainJvm jvm, String... call) {
        return CommandLineRun.here(with(call, new String[0], "--pid", jvm.pid()));
    }

    private static String[] with(String[] look, String... call) {
        return with(call, new String[0], look);
    }

    private static String[] with(String[] first, String[] second, String... third) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        all.addAll(List.of(third));
        return all.toArray(new String[0]);
    }

    private static double number(Object tree, String... names) {
        return Double.parseDouble((String) Json.at(tree, names));
    }
}
