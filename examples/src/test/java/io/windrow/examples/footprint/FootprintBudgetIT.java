package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the profile small to its budget. Loaded classes and anonymous memory hardly differ between launches and machines, so they are held
 * to what was measured and little more; the peak depends on the page cache as well, and has more room. Whoever exceeds a limit has added
 * classes, threads or memory, and either takes them out again or raises the limit with a reason.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class FootprintBudgetIT {

    /**
     * Measured on JDK 17.0.15: 1,481 classes, 14.7 MB anonymous (15.6 in some launches: what the C library keeps of a compilation), peak
     * 38.8 MB. The peak's limits are the promise itself.
     */
    private static final Budget JDK_17 = new Budget(1_490, 16_200_000, 40_000_000, 41_000_000);
    /** Measured on JDK 25.0.3: 1,646 classes, 16.7 MB anonymous, peak 44.1 MB. */
    private static final Budget JDK_25 = new Budget(1_655, 17_900_000, 45_500_000, 46_500_000);
    private static final int LAUNCHES = 3;
    private static final PhaseTime TIME = new PhaseTime(3, 5);

    @TempDir
    private Path folder;

    private record Budget(double classes, double anonymousBytes, double medianPeakBytes, double worstPeakBytes) {
    }

    @Test
    void shouldStayWithinTheBudget() throws Exception {
        EngineProfile small = new EngineProfiles().find(EngineProfiles.SMALL);
        assumeTrue(small.isAvailable(), () -> "no image of this JDK: " + small.unavailableReason());
        ProfileResult result = run(small);
        Budget budget = result.majorVersion() == 17 ? JDK_17 : JDK_25;
        System.out.print(FootprintText.render(FootprintReport.of(Map.of(), List.of(result), Map.of())));
        // The median: a class that the archive does not have, such as one of a fault or a signal, brings the fifty that read the image.
        assertThat(result.median(Measure.CLASSES)).as("loaded classes").isLessThanOrEqualTo(budget.classes);
        assumeFalse(hasHugePages(), "huge pages are given unasked: what a process touches is not what becomes resident");
        assertThat(result.worst(Measure.ANONYMOUS)).as("RssAnon").isLessThanOrEqualTo(budget.anonymousBytes);
        assertThat(result.median(Measure.PEAK)).as("VmHWM, median").isLessThanOrEqualTo(budget.medianPeakBytes);
        assertThat(result.worst(Measure.PEAK)).as("VmHWM, worst").isLessThanOrEqualTo(budget.worstPeakBytes);
    }

    /** Whether the kernel makes 2 MB resident where 4 KB are touched. */
    private static boolean hasHugePages() throws IOException {
        Path setting = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        return Files.exists(setting) && Files.readString(setting).contains("[always]");
    }

    private ProfileResult run(EngineProfile small) throws LaunchFailedException {
        StopRequest stop = StopRequest.install();
        try {
            Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false,
                FootprintRun.steps(1, LAUNCHES));
            return new FootprintRun(List.of(small), LAUNCHES, TIME, folder, stop, silent).run().get(0);
        } finally {
            stop.finished(0);
        }
    }
}
