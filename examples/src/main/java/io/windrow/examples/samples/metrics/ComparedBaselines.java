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
        BaselineCapture capture = MemoryBaseline.capture();
        try (EngineMetrics metrics = EngineMetrics.builder().withoutThread().listener(capture).start()) {
            for (int i = 0; i < 5; i++) {
                metrics.sampleNow();
            }
        }
        long pid = ProcessHandle.current().pid();
        MemoryBaseline now = capture.finish(BaselineConditions.of(pid, System.currentTimeMillis() * 1_000_000));
        now.save(file);
        BaselineComparison comparison = MemoryBaseline.load(file).compare(now, new BaselineLimits().threshold(0.15).fewestSamples(3));
        long worse = comparison.rows().stream().filter(BaselineComparison.Row::worse).count();
        System.out.println(comparison.verdict() + ", " + worse + " worse");
        // docs:end
        Files.delete(file);
        Files.delete(file.getParent());
    }
}
