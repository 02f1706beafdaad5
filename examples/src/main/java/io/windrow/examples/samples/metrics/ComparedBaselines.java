package io.windrow.examples.samples.metrics;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.BaselineComparison;
import io.windrow.metrics.watch.BaselineConditions;
import io.windrow.metrics.watch.BaselineException;
import io.windrow.metrics.watch.BaselineLimits;
import io.windrow.metrics.watch.MemoryBaseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process took, kept in a file and compared with later. */
final class ComparedBaselines {

    private ComparedBaselines() {
    }

    static void run() throws IOException, BaselineException {
        Path file = Files.createTempDirectory("baseline").resolve("engine.baseline");
        // docs:begin
        capture().save(file);
        BaselineComparison comparison = MemoryBaseline.load(file).compare(capture(), new BaselineLimits().threshold(0.15).fewestSamples(3));
        System.out.println(comparison.rows().stream().anyMatch(row -> row.figure().key().equals("residentBytes")));
        // docs:end
        Files.delete(file);
        Files.delete(file.getParent());
    }

    // docs:begin
    static MemoryBaseline capture() {
        BaselineCapture capture = MemoryBaseline.capture();
        try (EngineMetrics metrics = EngineMetrics.builder().withoutThread().listener(capture).start()) {
            for (int i = 0; i < 5; i++) {
                metrics.sampleNow();
            }
        }
        return capture.finish(BaselineConditions.of(ProcessHandle.current().pid(), System.currentTimeMillis() * 1_000_000));
    }
    // docs:end
}
