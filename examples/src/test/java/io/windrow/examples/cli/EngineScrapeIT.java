package io.windrow.examples.cli;

import io.windrow.metrics.ops.ScrapeContract;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine of the command {@code run}, scraped by a real Prometheus: every name, every panel, every rule. */
@Timeout(400)
class EngineScrapeIT extends ScrapeContract {

    private static final String ADDRESS = "metrics: ";
    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private static Path folder;
    private static Process engine;
    private static URI address;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        // So small that it collects: some figures are known only from then on.
        engine = CommandLineRun.start("24m", folder, out.toFile(), folder.resolve("err.txt").toFile(), "run", "rate=2000", "latency=true",
            "metrics-port=0", "sink=log");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        Optional<String> line = Optional.empty();
        while (line.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(100);
            line = Files.readString(out).lines().filter(one -> one.startsWith(ADDRESS)).findFirst();
        }
        address = URI.create(line.orElseThrow(() -> new AssertionError("no address within " + LIMIT_SECONDS + " s"))
            .substring(ADDRESS.length()));
        // Rates take two samples, and the heap after a collection takes a collection.
        while (!isWhole(scrape()) && System.nanoTime() - deadline < 0) {
            Thread.sleep(500);
        }
    }

    private static boolean isWhole(String scrape) {
        return scrape.contains("\njvm_gc_live_data_size_bytes ") && scrape.contains("\nprocess_cpu_usage ")
            && scrape.contains("\njvm_gc_overhead ") && scrape.contains("\ntrading_heartbeat_age_seconds{");
    }

    private static String scrape() throws IOException {
        try (InputStream in = address.resolve("/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.destroy();
        if (!engine.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            engine.destroyForcibly();
        }
    }

    @Override
    protected URI engine() {
        return address;
    }
}
