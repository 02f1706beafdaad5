package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final ProfileResult DEFAULT = Launches.with(Launches.good("default", Launches.JDK_17, 80, 81),
        Map.of(Measure.EVENTS_PER_SECOND, 2e6));

    @Test
    void shouldSayWhatIsMet() {
        assertThat(lines(DEFAULT, Launches.good("small", Launches.JDK_17, 36, 37, 38))).containsExactly(
            "small: peak (VmHWM), median < 40 MB: met 37.00 MB (worst 38.00 MB)",
            "small: peak (VmHWM), worst < 41 MB: met 38.00 MB (median 37.00 MB)",
            "small: events/s at full speed, median ≥ 0.5 x default: met 0.50",
            "small: pause P95, worst < 5.00 ms: met 2.00 ms (median 2.00 ms)",
            "small: collections, steady ≤ 0: met 0 (median 0)",
            "small: open files, worst < 50: met 24 (median 24)",
            "small: signal latency P95, median < 1.00 ms: met 250 us (worst 250 us)");
        assertThat(failures(DEFAULT, Launches.good("small", Launches.JDK_17, 36, 37, 38))).isEmpty();
    }

    @Test
    void shouldJudgeMedianAndWorstOfThePeakEachByItsLimit() {
        assertThat(failures(DEFAULT, Launches.good("small", Launches.JDK_17, 36, 37, 41)))
            .containsExactly("small: peak (VmHWM), worst < 41 MB: missed 41.00 MB (median 37.00 MB)");
        assertThat(failures(DEFAULT, Launches.good("small", Launches.JDK_17, 40, 40, 40.5)))
            .containsExactly("small: peak (VmHWM), median < 40 MB: missed 40.00 MB (worst 40.50 MB)");
    }

    @Test
    void shouldMissEachOtherGoal() {
        ProfileResult small = Launches.good("small", Launches.JDK_17, 36);
        assertThat(failures(DEFAULT, Launches.with(small, Map.of(Measure.EVENTS_PER_SECOND, 0.98e6))))
            .containsExactly("small: events/s at full speed, median ≥ 0.5 x default: missed 0.49");
        assertThat(failures(DEFAULT, Launches.with(small, Map.of(Measure.PAUSE_P95, 5e6)))).hasSize(1);
        assertThat(failures(DEFAULT, Launches.with(small, Map.of(Measure.COLLECTIONS, 1.0)))).hasSize(1);
        assertThat(failures(DEFAULT, Launches.with(small, Map.of(Measure.OPEN_FILES, 50.0)))).hasSize(1);
        assertThat(failures(DEFAULT, Launches.with(small, Map.of(Measure.LATENCY_P95, 1e6)))).hasSize(1);
    }

    @Test
    void shouldNotCompareWithADefaultThatDidNotRun() {
        List<Verdict> verdicts = Verdict.of(List.of(Launches.good("small", Launches.JDK_17, 36)));
        assertThat(verdicts).filteredOn(verdict -> !verdict.isKnown()).extracting(Verdict::line)
            .containsExactly("small: events/s at full speed, median ≥ 0.5 x default: not judged, the default profile was not run");
        assertThat(verdicts).noneMatch(Verdict::isFailure);
    }

    @Test
    void shouldTakeWhatIsNotKnownForAFailure() {
        ProfileResult small = Launches.with(Launches.good("small", Launches.JDK_17, 36), Map.of(Measure.LATENCY_P95, Double.NaN));
        assertThat(failures(DEFAULT, small)).containsExactly("small: signal latency P95, median < 1.00 ms: not known");
    }

    @Test
    void shouldHaveAnAimForThePeakOfLaterJdks() {
        List<Verdict> verdicts = Verdict.of(List.of(DEFAULT, Launches.good("small-25", Launches.JDK_25, 46)));
        assertThat(verdicts).extracting(Verdict::line)
            .contains("small-25: peak (VmHWM), median < 42 MB: not yet, 46.00 MB (worst 46.00 MB)");
        assertThat(verdicts).extracting(Verdict::goal).doesNotContain(Goal.PEAK_MEDIAN, Goal.PEAK_WORST);
        assertThat(verdicts).noneMatch(Verdict::isFailure);
    }

    @Test
    void shouldAskNothingOfTheDefault() {
        assertThat(Verdict.of(List.of(DEFAULT))).isEmpty();
    }

    private static List<String> lines(ProfileResult... results) {
        return Verdict.of(List.of(results)).stream().map(Verdict::line).toList();
    }

    private static List<String> failures(ProfileResult... results) {
        return Verdict.of(List.of(results)).stream().filter(Verdict::isFailure).map(Verdict::line).toList();
    }
}
