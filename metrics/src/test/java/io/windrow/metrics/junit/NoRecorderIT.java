package io.windrow.metrics.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Forked;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

class NoRecorderIT {

    @Test
    void shouldSayInTheFailureThatThereIsNoFlightRecorder() {
        List<String> lines = Forked.run(List.of("-XX:-FlightRecorder"), NoRecorderMain.class, AllocationFree.class, OffHeapMemory.class,
            Test.class, JupiterTestEngine.class, AnnotationSupport.class, TestEngine.class, Launcher.class, EngineTestKit.class,
            AssertionFailedError.class, API.class, Assertions.class);
        assertThat(lines).endsWith("works() must allocate at most 0 bytes a run: largestBytes=1016, leastBytes=1016, meanBytes=1016.0,"
            + " repetitions=100, warmUps=200", "no allocation sites: this JVM has no flight recorder: it runs with -XX:-FlightRecorder or"
            + " without support");
    }
}
