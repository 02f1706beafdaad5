package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another JVM from outside, against what is known of it by other ways. */
class ProcessSourceIT {

    private static final long MEGABYTE = 1 << 20;
    private static final String OF_LAST_COLLECTION = "used heap is of the last collection";

    private final Sample sample = new Sample();

    @Test
    void shouldAgreeWithTheKernelOnMemory() throws IOException {
        try (ForkedJvm jvm = fork("-XX:+UseSerialGC"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            jvm.ask(ObedientMain.KEEP);
            List<String> memory = readWhileTheMemoryStandsStill(jvm, source);
            assertThat(sample.get(Figure.RESIDENT)).isCloseTo(bytes(memory, "VmRSS:"), Percentage.withPercentage(1));
            assertThat(sample.get(Figure.RESIDENT_ANONYMOUS)).isCloseTo(bytes(memory, "RssAnon:"), Percentage.withPercentage(1));
            assertThat(sample.get(Figure.RESIDENT_FILE)).isCloseTo(bytes(memory, "RssFile:"), Percentage.withPercentage(1));
            assertThat(sample.get(Figure.RESIDENT_PEAK)).isCloseTo(bytes(memory, "VmHWM:"), Percentage.withPercentage(1));
            assertThat(sample.get(Figure.VIRTUAL)).isEqualTo(bytes(memory, "VmSize:"));
            assertThat(sample.get(Figure.RESIDENT)).isGreaterThan(ObedientMain.KEPT_BYTES);
        }
    }

    @Test
    void shouldCountThreadsAndFilesToTheOne() throws IOException {
        try (ForkedJvm jvm = fork("-XX:+UseSerialGC", "-Xint"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            source.read(sample);
            long threads = sample.get(Figure.THREADS);
            long files = sample.get(Figure.OPEN_FILES);
            jvm.ask(ObedientMain.THREADS);
            source.read(sample);
            assertThat(sample.get(Figure.THREADS)).isEqualTo(threads + ObedientMain.MORE_THREADS);
            assertThat(sample.get(Figure.OPEN_FILES)).isEqualTo(files);
            jvm.ask(ObedientMain.FILES);
            source.read(sample);
            assertThat(sample.get(Figure.OPEN_FILES)).isEqualTo(files + ObedientMain.MORE_FILES);
            assertThat(sample.get(Figure.THREADS)).isEqualTo(threads + ObedientMain.MORE_THREADS);
        }
    }

    @Test
    void shouldKnowTheAge() throws IOException {
        long before = System.nanoTime();
        try (ForkedJvm jvm = fork("-XX:+UseSerialGC"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            source.read(sample);
            assertThat(sample.get(Figure.UPTIME)).isBetween(1L, System.nanoTime() - before + TimeUnit.MILLISECONDS.toNanos(20));
            assertThat(sample.get(Figure.CPU)).isPositive().isLessThan(10 * sample.get(Figure.UPTIME));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void shouldKnowTheSizesOfTheHeapThatTheFlagsSay(String collector) throws IOException {
        assumeHas(collector);
        try (ForkedJvm jvm = fork("-XX:+Use" + collector + "GC"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            source.read(sample);
            assertThat(sample.get(Figure.HEAP_COMMITTED)).isEqualTo(64 * MEGABYTE);
            assertThat(sample.get(Figure.HEAP_LIMIT)).isEqualTo(192 * MEGABYTE);
            if (sample.has(Figure.YOUNG_COMMITTED)) {
                assertThat(sample.get(Figure.YOUNG_COMMITTED) + sample.get(Figure.OLD_COMMITTED)).isEqualTo(64 * MEGABYTE);
            } else {
                assertThat(source.missing()).contains("no young and old heap (the collector counts one generation)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void shouldKnowTheHeapAfterACollection(String collector) throws IOException {
        assumeHas(collector);
        try (ForkedJvm jvm = fork("-XX:+Use" + collector + "GC"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            jvm.ask(ObedientMain.KEEP);
            jvm.ask(ObedientMain.COLLECT);
            settle(source);
            long most = ObedientMain.KEPT_BYTES + 10 * MEGABYTE;
            readUntil(source, () -> sample.get(Figure.HEAP_USED) >= ObedientMain.KEPT_BYTES && sample.get(Figure.HEAP_USED) <= most);
            assertThat(sample.get(Figure.METASPACE_USED)).isBetween(1L, sample.get(Figure.METASPACE_COMMITTED));
            assertThat(sample.get(Figure.CLASSES)).isBetween(300L, 3000L);
            // Regions and pages are taken whole, and of those of ZGC each size of object has its own.
            long used = sample.get(Figure.HEAP_USED);
            assertThat(used).isBetween((long) ObedientMain.KEPT_BYTES, most);
            if (sample.has(Figure.COLLECTIONS)) {
                assertThat(sample.get(Figure.HEAP_AFTER_COLLECTION)).isBetween((long) ObedientMain.KEPT_BYTES, used);
            } else {
                assertThat(source.missing()).contains("no collections (Shenandoah's counters hold more than pauses)");
                assertThat(sample.has(Figure.HEAP_AFTER_COLLECTION)).isFalse();
            }
            if (sample.has(Figure.YOUNG_USED)) {
                assertThat(sample.get(Figure.YOUNG_USED) + sample.get(Figure.OLD_USED)).isEqualTo(used);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void shouldSayWhetherTheUsedHeapMovesBetweenCollections(String collector) throws IOException {
        assumeHas(collector);
        try (ForkedJvm jvm = fork("-XX:+Use" + collector + "GC"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            jvm.ask(ObedientMain.KEEP);
            jvm.ask(ObedientMain.COLLECT);
            settle(source);
            long before = sample.get(Figure.HEAP_USED);
            long collections = sample.get(Figure.COLLECTIONS);
            jvm.ask(ObedientMain.GARBAGE);
            sleep(300);
            boolean moves = !source.missing().contains(OF_LAST_COLLECTION);
            // A collector that writes its counters now and then may be late where the machine is busy.
            readUntil(source, () -> !moves || sample.get(Figure.COLLECTIONS) != collections
                || sample.get(Figure.HEAP_USED) - before >= ObedientMain.GARBAGE_BYTES - 3 * MEGABYTE);
            long moved = sample.get(Figure.HEAP_USED) - before;
            System.out.println(collector + ": used heap moved by " + moved + ", missing: " + source.missing());
            Assumptions.assumeTrue(sample.get(Figure.COLLECTIONS) == collections, "a collection came between");
            if (moves) {
                assertThat(moved).isCloseTo(ObedientMain.GARBAGE_BYTES, within(3 * MEGABYTE));
            } else {
                assertThat(moved).isZero();
            }
        }
    }

    @Test
    void shouldReadTheKernelsFiguresOfAJvmWithoutCounters() throws IOException {
        try (ForkedJvm jvm = fork("-XX:+UseSerialGC", "-XX:-UsePerfData"); ProcessSource source = ProcessSource.of(jvm.pid())) {
            source.read(sample);
            assertThat(sample.get(Figure.RESIDENT)).isPositive();
            assertThat(sample.has(Figure.HEAP_USED)).isFalse();
            assertThat(sample.has(Figure.STOPS)).isFalse();
            assertThat(source.missing()).contains("no heap, collections and stops: no performance counters: pid=" + jvm.pid());
        }
    }

    /** As the user nobody, where this test may become that one and that one may read the classes. */
    @Test
    void shouldReadWhatTheProcessOfAnotherUserLetsBeRead() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")) && Files.isWritable(Path.of("/proc/1/mem")));
        try (ForkedJvm jvm = fork("-XX:+UseSerialGC")) {
            String pid = Long.toString(jvm.pid());
            Process stranger = new ProcessBuilder("/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", ForkedJvm.classPath(),
                StrangerMain.class.getName(), pid).redirectErrorStream(true).start();
            String output = new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assumptions.assumeFalse(output.contains("Could not find or load main class"), output);
            String[] all = output.split("\n");
            // What the JVM itself has to say comes first.
            String[] lines = Arrays.copyOfRange(all, Math.max(0, all.length - 3), all.length);
            assertThat(lines[0]).as(output).contains("no heap, collections and stops: no performance counters: pid=" + pid
                + " (no JVM of this user, or started with");
            assertThat(lines[1]).isEqualTo("false");
            assertThat(Long.parseLong(lines[2])).isPositive();
        }
    }

    @Test
    void shouldSayThatAJvmHasEnded() throws IOException {
        ForkedJvm jvm = fork("-XX:+UseSerialGC");
        try (ProcessSource source = ProcessSource.of(jvm.pid())) {
            source.read(sample);
            jvm.close();
            assertThatThrownBy(() -> source.read(sample)).isInstanceOf(SourceLostException.class)
                .hasMessage("pid " + jvm.pid() + " has ended");
        }
    }

    /** Until the collector rests: some go on after the call has returned. */
    private void settle(ProcessSource source) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        long stops;
        do {
            source.read(sample);
            stops = sample.get(Figure.STOPS);
            sleep(300);
            source.read(sample);
        } while (stops != sample.get(Figure.STOPS) && System.nanoTime() < deadline);
    }

    /** Reads until it is so, or for half a minute: the sample is then to be judged. */
    private void readUntil(ProcessSource source, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        source.read(sample);
        while (!isSo.getAsBoolean() && System.nanoTime() < deadline) {
            sleep(20);
            source.read(sample);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ForkedJvm fork(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-Xms64m", "-Xmx192m"));
        return new ForkedJvm(all, ObedientMain.class);
    }

    private static void assumeHas(String collector) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+Use" + collector + "GC", "-version").redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        Assumptions.assumeTrue(process.onExit().join().exitValue() == 0, collector);
    }

    /** Between two equal looks of this test's own: the compiler's threads take and give back memory when they will. */
    private List<String> readWhileTheMemoryStandsStill(ForkedJvm jvm, ProcessSource source) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<String> before;
        do {
            assertThat(System.nanoTime()).as("time for the memory to stand still").isLessThan(deadline);
            before = memory(jvm);
            source.read(sample);
        } while (!before.equals(memory(jvm)));
        return before;
    }

    private static List<String> memory(ForkedJvm jvm) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(jvm.pid()), "status"));
        return lines.stream().filter(line -> line.matches("(Vm|Rss).*")).toList();
    }

    private static long bytes(List<String> memory, String label) {
        String line = memory.stream().filter(one -> one.startsWith(label)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
