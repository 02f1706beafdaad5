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
        Map<String, Long> cost = run(mode, 50, 10, 11_000, 12_000, 1_000);
        assertThat(cost.get("samples")).isGreaterThan(100);
        assertThat(cost.get("failures")).isZero();
        // A JVM that swaps compiled code may allocate on its own; less than the smallest object for each sample is none for a sample.
        assertThat(cost.get("bytes")).as("%s", cost).isLessThan(mode.equals("-Xint") ? 1 : 16 * cost.get("samples"));
    }

    /** The figure is printed and not judged: that is for a quiet machine. A sampler that has gone astray is. */
    @Test
    void shouldTakeLittleOfAProcessor() throws Exception {
        Map<String, Long> cost = run("-XX:+UseSerialGC", 1_000, 100, 5_000, 15_000, 3_600);
        System.out.println("sampler at 1 Hz after an hour's samples: " + cost.get("cpuNanosPerSecond") + " ns of processor a second");
        assertThat(cost.get("cpuNanosPerSecond")).isLessThan(20_000_000);
    }

    private static Map<String, Long> run(String mode, long... times)
        throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mode, "-Xmx64m",
            "-cp", System.getProperty("java.class.path"), SamplerCostMain.class.getName()));
        for (long argument : times) {
            command.add(Long.toString(argument));
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Long> printed = new HashMap<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.matches("\\w+=-?\\d+"))
            .forEach(line -> printed.put(line.substring(0, line.indexOf('=')), Long.parseLong(line.substring(line.indexOf('=') + 1))));
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
