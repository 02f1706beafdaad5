package io.windrow.examples.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import io.windrow.pipeline.feeds.TradeListener;
import org.junit.jupiter.api.Test;

class TapeTest {

    private final Tape tape = new Tape();
    private long last;
    private long count;

    @Test
    void shouldGoOnRoundAfterRoundWithoutGoingBackInTime() {
        tape.play(0, 100_000, (id, time, price, quantity, trade, side) -> {
            assertThat(trade).isEqualTo(++count);
            assertThat(time).isGreaterThanOrEqualTo(last);
            assertThat(price).isPositive();
            last = time;
        });
        assertThat(count).isEqualTo(100_000);
    }

    @Test
    void shouldPlayTheSameAgain() {
        long[] sums = new long[2];
        for (int i = 0; i < sums.length; i++) {
            int at = i;
            new Tape().play(0, 50_000, (id, time, price, quantity, trade, side) ->
                sums[at] = 31 * sums[at] + time + price * id + quantity * side);
        }
        assertThat(sums[0]).isEqualTo(sums[1]).isNotZero();
    }

    @Test
    void shouldAllocateNothing() {
        TradeListener listener = (id, time, price, quantity, trade, side) -> last += time;
        Allocations.assertNone(() -> tape.play(count++, listener));
    }
}
