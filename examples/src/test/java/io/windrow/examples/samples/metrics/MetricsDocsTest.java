package io.windrow.examples.samples.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.Guide;
import io.windrow.examples.Printed;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The guide to the metrics shows code that is compiled and run, and prints what it says. */
class MetricsDocsTest {

    private static final Guide GUIDE = new Guide("docs/metrics.md", "samples/metrics", 240);

    @Test
    void shouldShowEverySampleAsItIsCompiledAndNothingElse() throws IOException {
        GUIDE.assertShowsTheSamples();
    }

    @Test
    void shouldHaveEverySectionInItsTableOfContents() throws IOException {
        GUIDE.assertListsItsSections();
    }

    @Test
    void shouldStayShort() throws IOException {
        GUIDE.assertIsShort();
    }

    @Test
    void shouldWatchAnEngine() throws Throwable {
        assertPrints("""
            1 trade, resident memory known: true
            stopped so far: known
            """, WatchedEngine::run);
    }

    @Test
    void shouldServeMeters() throws Throwable {
        assertPrints("true true\ntrue\n", EngineEndpoint::run);
    }

    @Test
    void shouldCountCleanHours() throws Throwable {
        assertPrints("0 clean hours, target reached: false\n", LeakAlarms::run);
    }

    @Test
    void shouldCompareBaselines() throws Throwable {
        assertPrints("PASS, 0 worse\n", ComparedBaselines::run);
    }

    @Test
    void shouldLimitWhatACallAllocates() throws Throwable {
        assertPrints("""
            a call must stay within its allocation limit: name=onTrade, limitBytes=1000, actualBytes=1016
            2 calls, 1 above, at most 1016 bytes
            """, GuardedCall::run);
    }

    private static void assertPrints(String expected, ThrowingCallable sample) throws Throwable {
        assertThat(Printed.by(sample)).isEqualTo(expected);
    }
}
