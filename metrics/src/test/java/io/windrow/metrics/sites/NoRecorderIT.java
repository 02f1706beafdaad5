package io.windrow.metrics.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Forked;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoRecorderIT {

    private static final String HOME = System.getProperty("java.home");

    @Test
    void shouldSayThatTheRuntimeHasNoRecorder() {
        String why = "this runtime has no module jdk.jfr: java.home=" + HOME;
        assertThat(lines("--limit-modules=jdk.management")).containsExactly(why, why, "done", "bytes 0");
    }

    @Test
    void shouldSayThatTheRecorderIsSwitchedOff() {
        String why = "this JVM has no flight recorder: it runs with -XX:-FlightRecorder or without support";
        assertThat(lines("-XX:-FlightRecorder")).containsSubsequence(why, why, "done", "bytes 0");
    }

    @Test
    void shouldSayThatTheRuntimeDoesNotCount() {
        assertThat(lines("--limit-modules=java.base")).endsWith("an allocation limit needs a JVM that counts what the calling thread"
            + " allocates: name=none, thread=main", "bytes -1");
    }

    private static List<String> lines(String option) {
        return Forked.run(List.of(option), NoRecorderMain.class, AllocationSites.class);
    }
}
