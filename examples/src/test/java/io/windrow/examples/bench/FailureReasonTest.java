package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void shouldNameTheFirstExceptionOfABenchmark() {
        assertThat(FailureReason.of(List.of("# Fork: 1 of 1", "<failure>", "", "java.lang.IllegalStateException: scans must give the same",
            "\tat a.B.c(B.java:1)", "Caused by: java.lang.Error: no"), List.of()))
            .isEqualTo("java.lang.IllegalStateException: scans must give the same");
    }

    @Test
    void shouldNameTheFirstLineOfErrorsWhereThereIsNoException() {
        assertThat(FailureReason.of(List.of("perSecond=1"), List.of("", " all must be handled: published=2, handled=1", "more")))
            .isEqualTo("all must be handled: published=2, handled=1");
    }

    @Test
    void shouldSaySoWhereThereIsNoReason() {
        assertThat(FailureReason.of(List.of("perSecond=1"), List.of(""))).isEqualTo("it gave no reason");
    }
}
