package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.engines.CrossingStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes an engine loads from its start to its orderly stop, with a scrape each second between: each costs 12 KB of its memory. */
class EngineClassesIT {

    private static final int SCRAPES = 5;
    private static final int MOST_SCRAPES = 60;
    private static final String[] METERS =
        {"jvm_gc_pause_seconds_count", "windrow_latency_seconds_bucket", "process_resident_memory_bytes"};

    private static List<String> loaded;
    private static String page;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process engine = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx64m",
            "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"), EngineMain.class.getName(),
            "metrics-port=0", "rate=2000", "strategies=crossing,breakout", "status-interval=1s")
            .redirectErrorStream(true).start();
        List<String> out = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.add(line);
                if (line.startsWith("metrics: ")) {
                    scrape(line.substring("metrics: ".length()) + "metrics");
                    // Not the process itself, which would close what it says.
                    engine.toHandle().destroy();
                }
            }
        } catch (IOException e) {
            engine.destroyForcibly();
            throw e;
        }
        engine.waitFor();
        assertThat(engine.exitValue()).as(String.join("\n", out)).isZero();
        loaded = names(log);
    }

    private static void scrape(String url) throws IOException, InterruptedException {
        for (int i = 0; i < SCRAPES || i < MOST_SCRAPES && !Stream.of(METERS).allMatch(page::contains); i++) {
            try (InputStream in = URI.create(url).toURL().openStream()) {
                page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            Thread.sleep(1_000);
        }
    }

    private static List<String> names(Path log) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            names.add(line.replaceFirst("^(\\[[^]]*\\] ?)+", "").replaceFirst(" .*", ""));
        }
        return names;
    }

    @Test
    void shouldHaveRunAndShownItsMeters() {
        assertThat(page).contains(METERS);
        assertThat(loaded).contains(EngineMain.class.getName(), "io.micrometer.prometheusmetrics.PrometheusMeterRegistry",
            EngineEnd.class.getName(), CrossingStrategy.class.getName());
        print();
    }

    /** Since JDK 21 {@link System#exit} itself asks for a logger, of the JDK's own and without the library. */
    @Test
    void shouldLoadNoLoggingLibrary() {
        assertThat(of("java.util.logging.", "org.slf4j.", "java.text.", "java.util.Formatter")).isEmpty();
    }

    @Test
    void shouldStartNoPoolOfThreadsToKnowItsNumber() {
        assertThat(of("java.lang.ProcessHandle", "java.util.concurrent.ThreadPoolExecutor")).isEmpty();
    }

    /** A text put together by invokedynamic binds handles of two values and more; a record's own equals is made at run time. */
    @Test
    void shouldMakeNoTextsAndNoRecordsMethodsAtRunTime() {
        assertThat(of("java.lang.invoke.BoundMethodHandle$Species_LL", "java.lang.runtime.ObjectMethods")).isEmpty();
    }

    /** Micrometer's registry takes streams for the tags of its meters, and a timer of its own one regular expression; nobody else does. */
    @Test
    void shouldTakeStreamsAndExpressionsForNoMoreThanTheRegistryDoes() {
        assertThat(of("java.util.stream.")).hasSizeLessThanOrEqualTo(42);
        assertThat(of("java.util.regex.")).hasSizeLessThanOrEqualTo(16);
        assertThat(of("io.micrometer.core.instrument.config.validate.DurationValidator")).isEmpty();
    }

    @Test
    void shouldLoadNoReadersOfTextForTheFilesOfTheKernel() {
        assertThat(of("java.io.FileReader", "sun.nio.cs.StreamDecoder")).isEmpty();
    }

    private static List<String> of(String... starts) {
        List<String> found = new ArrayList<>();
        for (String name : loaded) {
            for (String start : starts) {
                if (name.startsWith(start)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static void print() {
        Map<String, Integer> families = new TreeMap<>();
        for (String name : loaded) {
            String[] parts = name.split("\\.");
            families.merge(parts.length < 4 ? parts[0] : parts[0] + "." + parts[1] + "." + parts[2], 1, Integer::sum);
        }
        System.out.println("classes loaded by an engine: " + loaded.size() + " " + families);
    }
}
