package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkResultsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadTheScoreAndTheBytesOfEachMethod() throws IOException {
        assertThat(read(null, entry("a.B.window", "", 5.5, 0.25) + "," + entry("a.B.arrays", "", 7, 96)))
            .containsExactly(Map.entry("window", new Reading(5.5, 0.25, Map.of())), Map.entry("arrays", new Reading(7, 96, Map.of())));
    }

    @Test
    void shouldTellTheValuesOfAParameterApart() throws IOException {
        assertThat(read("pool", entry("a.B.shared", "\"params\" : {\"pool\" : \"new\"},", 1, 2))).containsOnlyKeys("shared:new");
    }

    @Test
    void shouldReadNothingOfNothing() throws IOException {
        assertThat(read(null, "")).isEmpty();
    }

    private Map<String, Reading> read(String parameter, String entries) throws IOException {
        return BenchmarkResults.read(Files.writeString(folder.resolve("jmh.json"), "[" + entries + "]"), "a.B", parameter);
    }

    /** As JMH 1.37 writes it, without what is not read. */
    private static String entry(String benchmark, String params, double score, double bytes) {
        return "{\"jmhVersion\" : \"1.37\", \"benchmark\" : \"" + benchmark + "\", \"jvmArgs\" : [\"-Xmx1g\"], " + params
            + "\"primaryMetric\" : {\"score\" : " + score + ", \"scoreError\" : \"NaN\", \"rawData\" : [[1.0]]}, "
            + "\"secondaryMetrics\" : {\"gc.alloc.rate\" : {\"score\" : 3.0}, \"gc.alloc.rate.norm\" : {\"score\" : " + bytes + "}}}";
    }
}
