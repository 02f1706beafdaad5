package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.util.internal.logging.InternalLogLevel;
import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Warnings and errors go to standard error with what they tell; what is less goes nowhere. */
class StandardErrorLogTest {

    private final InternalLogger log = new StandardErrorLogger("a.Meter");

    @Test
    void shouldSayWarningsAndErrorsOnALineEach() {
        assertThat(said(one -> one.warn("all is lost"))).isEqualTo("warning a.Meter: all is lost\n");
        assertThat(said(one -> one.error("all is lost"))).isEqualTo("error a.Meter: all is lost\n");
        assertThat(said(one -> one.log(InternalLogLevel.WARN, "by level"))).isEqualTo("warning a.Meter: by level\n");
    }

    @Test
    void shouldPutWhatIsToldInItsPlace() {
        assertThat(said(one -> one.warn("{} of two", 1))).isEqualTo("warning a.Meter: 1 of two\n");
        assertThat(said(one -> one.warn("{} of {}", 1, 2))).isEqualTo("warning a.Meter: 1 of 2\n");
        assertThat(said(one -> one.error("{}, {} and {}", 1, 2, 3))).isEqualTo("error a.Meter: 1, 2 and 3\n");
        assertThat(said(one -> one.error("{} and {}", 1))).isEqualTo("error a.Meter: 1 and {}\n");
        assertThat(said(one -> one.error("none", 1))).isEqualTo("error a.Meter: none\n");
    }

    @Test
    void shouldSayWhatWasThrown() {
        String said = said(one -> one.warn("failed", new IllegalStateException("why")));
        assertThat(said).startsWith("warning a.Meter: failed\njava.lang.IllegalStateException: why\n\tat ");
        assertThat(said(one -> one.error("failed: {}", "here", new IllegalStateException("why"))))
            .startsWith("error a.Meter: failed: here\njava.lang.IllegalStateException: why\n");
    }

    @Test
    void shouldSayNothingOfWhatIsLess() {
        assertThat(said(one -> {
            one.trace("a");
            one.debug("b {}", 1);
            one.info("c", new IllegalStateException());
            one.log(InternalLogLevel.INFO, "d");
        })).isEmpty();
        assertThat(log.isInfoEnabled() || log.isDebugEnabled() || log.isTraceEnabled()).isFalse();
        assertThat(log.isWarnEnabled() && log.isErrorEnabled()).isTrue();
    }

    @Test
    void shouldBeMicrometersLogOnceItIsInstalled() {
        InternalLoggerFactory before = InternalLoggerFactory.getDefaultFactory();
        try {
            StandardErrorLog.install();
            assertThat(InternalLoggerFactory.getInstance("any.Name")).isInstanceOf(StandardErrorLogger.class)
                .extracting(InternalLogger::name).isEqualTo("any.Name");
        } finally {
            InternalLoggerFactory.setDefaultFactory(before);
        }
    }

    private String said(Consumer<InternalLogger> words) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            words.accept(log);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
