package io.windrow.examples.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.report.EngineSummary;
import io.windrow.examples.prove.report.Figure;
import io.windrow.examples.prove.report.RunResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void shouldFindNothingWhereAllAgree() {
        assertThat(Agreement.mismatches(List.of(engine("windrow", run("a", "b"), run("a", "b")), engine("arrays", run("a", "b")))))
            .isEmpty();
    }

    @Test
    void shouldNameTheEngineWhoseSignalsDiffer() {
        assertThat(Agreement.mismatches(List.of(engine("windrow", run("a", "b")), engine("arrays", run("x", "b")))))
            .containsExactly("signals of arrays (run 1: 7 signals, hash x) differ from those of windrow (7 signals, hash a)");
    }

    @Test
    void shouldNameTheEngineWhoseWindowsDiffer() {
        assertThat(Agreement.mismatches(List.of(engine("windrow", run("a", "b")), engine("ta4j", run("a", "y")))))
            .containsExactly("windows of ta4j (run 1: 7 signals, hash y) differ from those of windrow (7 signals, hash b)");
    }

    @Test
    void shouldFindAnEngineThatDiffersFromItself() {
        assertThat(Agreement.mismatches(List.of(engine("windrow", run("a", "b"), run("a", "c"))))).hasSize(1)
            .allMatch(sentence -> sentence.startsWith("windows of windrow (run 2"));
    }

    private static EngineSummary engine(String name, RunResult... runs) {
        return new EngineSummary(name, List.of(runs).stream()
            .map(run -> new RunResult(name, run.figures(), run.signalsHash(), run.windowsHash(), run.series(), run.notes())).toList());
    }

    private static RunResult run(String signals, String windows) {
        return new RunResult("", Map.of(Figure.SIGNALS, 7.0), signals, windows, Map.of(), Map.of());
    }
}
