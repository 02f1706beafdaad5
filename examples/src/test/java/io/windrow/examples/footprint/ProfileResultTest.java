package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileResultTest {

    @Test
    void shouldTakeTheMiddleAndTheWorst() {
        ProfileResult result = Launches.good("small", Launches.JDK_17, 37, 36, 39, 38, 36.5);
        assertThat(result.median(Measure.PEAK)).isEqualTo(37e6);
        assertThat(result.worst(Measure.PEAK)).isEqualTo(39e6);
        assertThat(result.lowest(Measure.PEAK)).isEqualTo(36e6);
        assertThat(result.typical().get(Measure.PEAK)).isEqualTo(37e6);
    }

    @Test
    void shouldTakeOfAnEvenNumberTheMeanOfTheMiddleAndTheLowerLaunch() {
        ProfileResult result = Launches.good("small", Launches.JDK_17, 40, 36, 37, 38);
        assertThat(result.median(Measure.PEAK)).isEqualTo(37.5e6);
        assertThat(result.typical().get(Measure.PEAK)).isEqualTo(37e6);
    }

    @Test
    void shouldTakeTheFewestEventsForTheWorst() {
        ProfileResult result = new ProfileResult(EngineProfile.of("small", List.of()), List.of(
            Launches.launch(Launches.JDK_17, Map.of(Measure.EVENTS_PER_SECOND, 5.0)),
            Launches.launch(Launches.JDK_17, Map.of(Measure.EVENTS_PER_SECOND, 3.0))));
        assertThat(result.worst(Measure.EVENTS_PER_SECOND)).isEqualTo(3);
        assertThat(result.highest(Measure.EVENTS_PER_SECOND)).isEqualTo(5);
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        ProfileResult result = new ProfileResult(EngineProfile.of("small", List.of()), List.of(
            Launches.launch(Launches.JDK_17, Map.of(Measure.LATENCY_P95, Double.NaN, Measure.PAUSE_P95, Double.NaN)),
            Launches.launch(Launches.JDK_17, Map.of(Measure.LATENCY_P95, 7.0, Measure.PAUSE_P95, Double.NaN))));
        assertThat(result.median(Measure.LATENCY_P95)).isEqualTo(7);
        assertThat(result.median(Measure.PAUSE_P95)).isNaN();
        assertThat(result.worst(Measure.PAUSE_P95)).isNaN();
    }

    @Test
    void shouldPutTheTwoProcessesOfALaunchTogether() {
        Launch launch = Launch.of(phase(43e6, 2e6), phase(42e6, 10_000));
        assertThat(launch.get(Measure.PEAK)).isEqualTo(43e6);
        assertThat(launch.get(Measure.PEAK_FULL_SPEED)).isEqualTo(43e6);
        assertThat(launch.get(Measure.PEAK_PACED)).isEqualTo(42e6);
        assertThat(launch.get(Measure.EVENTS_PER_SECOND)).isEqualTo(2e6);
        assertThat(launch.get(Measure.PACED_EVENTS_PER_SECOND)).isEqualTo(10_000);
        assertThat(launch.get(Measure.ANONYMOUS)).isEqualTo(42e6 / 2);
    }

    @Test
    void shouldKnowTheMajorVersion() {
        assertThat(Launches.good("small", Launches.JDK_17, 1).majorVersion()).isEqualTo(17);
        assertThat(Launches.good("small", Launches.JDK_25, 1).majorVersion()).isEqualTo(25);
        assertThat(Launches.good("small", "Another VM 21", 1).majorVersion()).isEqualTo(21);
        assertThat(Launches.good("small", "", 1).majorVersion()).isZero();
    }

    private static PhaseResult phase(double peak, double eventsPerSecond) {
        Launch launch = Launches.launch(Launches.JDK_17, Map.of(Measure.PEAK, peak, Measure.ANONYMOUS, peak / 2));
        return new PhaseResult(launch.figures(), eventsPerSecond, new ProcessFacts(Map.of(), launch.parts(), "", ""));
    }
}
