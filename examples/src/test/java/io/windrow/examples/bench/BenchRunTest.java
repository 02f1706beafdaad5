package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchRunTest {

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void shouldRunAnExperimentOnceForAllItsRowsAndThePeerBeforeWindrow() throws IOException {
        Made made = new Made("one", -1);
        List<RowResult> results = run(row(made, "a", "b"), row(made, "a", "c"));
        assertThat(made.asked).containsExactly(List.of("b", "a", "c"), List.of("b", "a", "c"));
        assertThat(results.get(0).ratio()).isEqualTo('b' / (double) 'a');
        assertThat(results.get(1).peerValue()).isEqualTo('c');
        assertThat(results.get(1).windrow).hasSize(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("one, round 1 of 2: b, a, c", "[ 2/2");
    }

    @Test
    void shouldFailTheRowsOfAnExperimentThatFailsAndNoOthers() throws IOException {
        Made broken = new Made("broken", 2);
        Made whole = new Made("whole", -1);
        Row mixed = new Row("mixed", Unit.NANOS, new Subject(whole, "a"), "peer", new Subject(broken, "b"), Goal.NONE);
        List<RowResult> results = run(row(broken, "a", "b"), row(whole, "a", "b"), mixed);
        assertThat(results).extracting(result -> result.failure).containsExactly("broken is wrong", null, "broken is wrong");
        assertThat(results.get(0).value()).isNaN();
        assertThat(results.get(1).value()).isEqualTo('a');
    }

    private List<RowResult> run(Row... rows) throws IOException {
        BenchRun run = new BenchRun(List.of(rows), Mode.QUICK, new Fork(Path.of("none")));
        return run.run(new Progress(new PrintStream(progress, true, StandardCharsets.UTF_8), false, run.steps()));
    }

    private static Row row(Experiment experiment, String windrow, String peer) {
        return new Row("row", Unit.NANOS, new Subject(experiment, windrow), "peer", new Subject(experiment, peer), Goal.NONE);
    }

    /** Reads the first letter of a key; fails in one round, counted from 1. */
    private static final class Made implements Experiment {

        private final List<List<String>> asked = new ArrayList<>();
        private final String title;
        private final int failing;

        Made(String title, int failing) {
            this.title = title;
            this.failing = failing;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public int rounds(Mode mode) {
            return 2;
        }

        @Override
        public Map<String, Reading> round(List<String> keys, Mode mode, Fork fork) throws RowFailedException {
            asked.add(keys);
            if (asked.size() == failing) {
                throw new RowFailedException(title + " is wrong");
            }
            Map<String, Reading> readings = new LinkedHashMap<>();
            keys.forEach(key -> readings.put(key, new Reading(key.charAt(0), 0, Map.of())));
            return readings;
        }
    }
}
