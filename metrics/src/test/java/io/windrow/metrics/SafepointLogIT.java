package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            List<Long> stops = stops(log).subList((int) jvm.number("firstStop"), (int) jvm.number("lastStop"));
            long logged = stops.stream().mapToLong(Long::longValue).sum();
            long longest = stops.stream().mapToLong(Long::longValue).max().orElseThrow();
            System.out.println(collector + ": " + stops.size() + " stops, log " + logged + " ns, counters "
                + jvm.number("stoppedNanos") + " ns, recorded " + jvm.number("count") + " stops, " + jvm.number("totalNanos")
                + " ns, longest " + longest + ", recorded " + jvm.number("maxNanos") + " to " + jvm.number("maxBoundNanos")
                + ", merged polls " + jvm.number("mergedPolls"));
            assertThat(jvm.number("stoppedNanos")).isCloseTo(logged, Percentage.withPercentage(1));
            assertThat(jvm.number("count")).isCloseTo(stops.size(), within(2L));
            assertThat(jvm.number("totalNanos")).isCloseTo(logged, Percentage.withPercentage(2));
            // The slack of both bounds: a stop that was under way at a poll has its waiting time booked with the one before.
            assertThat(longest).isBetween(jvm.number("maxNanos") - MILLI, jvm.number("maxBoundNanos") + MILLI);
            assertThat(jvm.text("missing")).isEmpty();
        }
    }

    /** All stops since the JVM began, as another process sees them. */
    private static void assertEqualFromOutside(ForkedJvm jvm, Path log) throws IOException {
        Sample sample = new Sample();
        try (ProcessSource source = ProcessSource.of(jvm.pid())) {
            long stops;
            do {
                stops = sample.get(Figure.STOPS);
                source.read(sample);
            } while (stops != sample.get(Figure.STOPS));
        }
        long logged = stops(log).subList(0, (int) sample.get(Figure.STOPS)).stream().mapToLong(Long::longValue).sum();
        System.out.println("from outside: " + sample.get(Figure.STOPS) + " stops, log " + logged + " ns, source "
            + sample.get(Figure.STOPPED_TIME) + " ns");
        assertThat(sample.get(Figure.STOPPED_TIME)).isCloseTo(logged, Percentage.withPercentage(1));
        assertThat(sample.get(Figure.STOPPING_TIME)).isBetween(1L, logged);
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
