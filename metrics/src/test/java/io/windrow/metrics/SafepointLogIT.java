package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the counters against the JVM's own log, which has every safepoint to the nanosecond. */
class SafepointLogIT {

    private static final Pattern TOTAL = Pattern.compile("Safepoint \".*Total:\\s+(\\d+) ns");
    private static final long MILLI = 1_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseZGC"})
    void shouldEqualTheSafepointLog(String collector) throws IOException {
        Path log = folder.resolve("safepoints.log");
        try (ForkedJvm jvm = new ForkedJvm(List.of(collector, "-Xmx192m", "-Xlog:safepoint*:file=" + log))) {
            assertEqualFromOutside(jvm, log);
            List<Long> stops = stops(log, jvm, "firstStop", "lastStop");
            long logged = sum(stops);
            System.out.println(collector + ": " + stops.size() + " stops, log " + logged + " ns, counters "
                + jvm.number("stoppedNanos") + " ns, recorded " + jvm.number("count") + " stops, " + jvm.number("totalNanos")
                + " ns, longest recorded " + jvm.number("maxNanos") + " to " + jvm.number("maxBoundNanos")
                + ", merged polls " + jvm.number("mergedPolls"));
            assertThat(jvm.number("stoppedNanos")).isCloseTo(logged, Percentage.withPercentage(1));
            assertRecorded(jvm, stops(log, jvm, "firstSampled", "lastSampled"), stops(log, jvm, "firstStop", "closed"));
            assertThat(jvm.text("missing")).isEmpty();
        }
    }

    /**
     * Stops go on while a sampler starts and closes, so that what it has to have seen and what it may have seen are two things.
     * The slack: a stop that was under way at a poll has its waiting time booked with the one before, or its count after it.
     */
    private static void assertRecorded(ForkedJvm jvm, List<Long> surely, List<Long> atMost) {
        assertThat(jvm.number("count")).isBetween(surely.size() - 1L, atMost.size() + 1L);
        assertThat(jvm.number("totalNanos")).isBetween(sum(surely) * 98 / 100, sum(atMost) * 102 / 100);
        assertThat(jvm.number("maxNanos")).isLessThanOrEqualTo(Collections.max(atMost) + MILLI);
        assertThat(jvm.number("maxBoundNanos")).isGreaterThanOrEqualTo(Collections.max(surely) - MILLI);
    }

    private static long sum(List<Long> stops) {
        return stops.stream().mapToLong(Long::longValue).sum();
    }

    /** All stops since the JVM began, as another process sees them. */
    private static void assertEqualFromOutside(ForkedJvm jvm, Path log) throws IOException {
        Sample sample = new Sample();
        List<Long> stops;
        try (ProcessSource source = ProcessSource.of(jvm.pid())) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            // A stop is counted when it begins, and has its line and its time when it has ended.
            do {
                assertThat(System.nanoTime()).as("time for counters and log to agree on %s stops", sample.get(Figure.STOPS))
                    .isLessThan(deadline);
                stops = stops(log);
                Thread.sleep(20);
                source.read(sample);
            } while (stops.size() != sample.get(Figure.STOPS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        long logged = sum(stops);
        System.out.println("from outside: " + sample.get(Figure.STOPS) + " stops, log " + logged + " ns, source "
            + sample.get(Figure.STOPPED_TIME) + " ns");
        assertThat(sample.get(Figure.STOPPED_TIME)).isCloseTo(logged, Percentage.withPercentage(1));
        assertThat(sample.get(Figure.STOPPING_TIME)).isBetween(1L, logged);
    }

    private static List<Long> stops(Path log, ForkedJvm jvm, String first, String last) throws IOException {
        return stops(log).subList((int) jvm.number(first), (int) jvm.number(last));
    }

    private static List<Long> stops(Path log) throws IOException {
        List<Long> stops = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = TOTAL.matcher(line);
            if (matcher.find()) {
                stops.add(Long.parseLong(matcher.group(1)));
            }
        }
        return stops;
    }
}
