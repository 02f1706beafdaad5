package io.windrow.examples.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.examples.prove.engines.HeapReplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that are right pass their verification, and no others. */
@Timeout(60)
class StreamSideTest {

    private static final long EVENTS = 300_000;

    private final Tape tape = new Tape();

    @ParameterizedTest
    @ValueSource(strings = {"windrow", "batches", "bytes", "bare", "number"})
    void shouldVerifyThatEveryEventWasHandled(String name) {
        try (StreamSide side = open(name, null)) {
            tape.play(0, EVENTS, side);
            side.awaitDrained();
            side.verify(tape, EVENTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windrow", "bytes", "bare", "number"})
    void shouldFailWhereAnEventIsMissing(String name) {
        try (StreamSide side = open(name, null)) {
            tape.play(0, EVENTS - 1, side);
            side.awaitDrained();
            assertThatThrownBy(() -> side.verify(tape, EVENTS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("published=" + EVENTS);
        }
    }

    @Test
    void shouldFailWhereSignalsAreNotThoseOfOneThread() {
        try (StreamSide side = open("windrow", null)) {
            tape.play(0, EVENTS, (id, time, price, quantity, trade, code) ->
                side.onTrade(trade % 2 == 0 ? id : (id + 1) % tape.registry().size(), time, price, quantity, trade, code));
            side.awaitDrained();
            assertThatThrownBy(() -> side.verify(tape, EVENTS)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("signals must be those of one thread: signals=");
        }
    }

    @Test
    void shouldMakeSignalsAndNotOnlyAFew() {
        SignalDigest digest = new SignalDigest();
        tape.play(0, EVENTS, new HeapReplay(tape.registry(), Tape.TIMEFRAMES, Decision::new, digest));
        assertThat(Long.parseLong(digest.toString().split(" ")[0])).isGreaterThan(EVENTS / 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windrow", "bare"})
    void shouldTimeEachEventOnce(String name) {
        LatencyProbe probe = new LatencyProbe();
        try (StreamSide side = open(name, probe)) {
            probe.schedule(System.nanoTime(), 0, 100);
            tape.play(0, 1_000, side);
            side.awaitDrained();
            assertThat(probe.histogram().getTotalCount()).isEqualTo(900);
        }
    }

    @Test
    void shouldCountLatencyFromWhenAnEventWasDue() {
        LatencyProbe probe = new LatencyProbe();
        long now = System.nanoTime();
        probe.schedule(now - 3_000_000_000L, 1_000_000_000L, 1);
        probe.onEvent();
        probe.onEvent();
        probe.onEvent();
        long took = System.nanoTime() - now;
        // The histogram keeps three digits; what the machine takes between the events is a part of their latency.
        assertThat(probe.histogram().getMaxValue()).isBetween(2_000_000_000L, (long) (1.002 * (2_000_000_000L + took)));
        assertThat(probe.histogram().getMinValue()).isBetween(990_000_000L, (long) (1.002 * (1_000_000_000L + took)));
    }

    @Test
    void shouldRefuseASideThatIsNotKnown() {
        assertThatThrownBy(() -> StreamSpec.of("fast", "yielding", "0", "1", "2").open(tape, null))
            .hasMessage("unknown side (known: windrow, batches, bytes, watched, bare, number): side=fast");
        assertThatThrownBy(() -> StreamSpec.of("bare")).hasMessage("arguments must be side, waiting, rate, warm-up and events: count=1");
    }

    private StreamSide open(String name, LatencyProbe probe) {
        StreamSide side = StreamSpec.of(name, "yielding", "0", "0", "0").open(tape, probe);
        side.start();
        return side;
    }
}
