package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sample costs the sampling thread, with the meters of Micrometer bound: garbage, interpreted and compiled, and processor time. */
class SamplerCostIT {

    /** Samples come once a second, so that their code stays interpreted for long: nothing may be left to the compiler to remove. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation"})
    void shouldAllocateNothingForASample(String mode) throws Exception {
        // The first search for leaks, ten seconds after the start, loads classes; the second is measured.
        Map<String, Long> cost = run(mode, 50, 10, 11_000, 12_000);
        assertThat(cost.get("samples")).isGreaterThan(100);
        assertThat(cost.get("failures")).isZero();
        assertThat(cost.get("bytes")).as("%s", cost).isZero();
    }

    @Test
    void shouldTakeLessThanAThousandthOfAProcessor() throws Exception {
        Map<String, Long> cost = run("-XX:+UseSerialGC", 1_000, 100, 10_000, 20_000);
        System.out.println("sampler at 1 Hz, seconds 10 to 30: " + cost.get("cpuNanosPerSecond") + " ns of processor a second");
        assertThat(cost.get("cpuNanosPerSecond")).isLessThan(1_000_000);
    }

    private static Map<String, Long> run(String mode, long interval, long poll, long before, long measured)
        throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mode, "-Xmx64m",
            "-cp", System.getProperty("java.class.path"), SamplerCostMain.class.getName()));
        for (long argument : new long[] {interval, poll, before, measured}) {
            command.add(Long.toString(argument));
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Long> printed = new HashMap<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
            .forEach(line -> printed.put(line.substring(0, line.indexOf('=')), Long.parseLong(line.substring(line.indexOf('=') + 1))));
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
