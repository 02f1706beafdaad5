package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sink on its own thread that goes to sleep while a signal comes: it is woken, every time. */
@Timeout(120)
class SinkWakeTest {

    private static final int ROUNDS = 20_000;
    private static final long MOST_NANOS = 60 * Rig.SECOND;
    private final AtomicLong taken = new AtomicLong();

    /** Signals at every trade, a little later each time, so that it meets the sink in every phase of falling asleep. */
    private static final class Signalling implements Strategy {
        private int round;

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            long until = System.nanoTime() + round++ % 500 * 40L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            context.signal(0, Side.BUY, 1);
        }
    }

    @Test
    void shouldWakeTheSinkForEverySignal() {
        try (Rig rig = new Rig(1, plan -> plan.strategy(new Signalling()).sinkOnOwnThread().sink(signal -> {
            signal.close();
            taken.incrementAndGet();
        }))) {
            rig.pipeline.start();
            long began = System.nanoTime();
            // A machine with one processor, or a busy one, takes long over a round.
            for (int round = 1; round <= ROUNDS && System.nanoTime() - began < MOST_NANOS; round++) {
                rig.trade(0, 1);
                long deadline = System.nanoTime() + Rig.LONG.toNanos();
                while (taken.get() < round) {
                    assertThat(System.nanoTime() - deadline).as("the sink sleeps over signal %s", round).isNegative();
                    Thread.yield();
                }
            }
        }
    }
}
