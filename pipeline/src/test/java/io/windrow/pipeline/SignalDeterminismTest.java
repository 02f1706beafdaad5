package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The same events lead to the same signals in the same order, field by field, however the pipeline is built. The oracle is the simplest
 * pipeline: one ring, one thread, no queue.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalDeterminismTest {

    private static final int SHAPES = 4;

    @Test
    void shouldSendTheSameSignalsWhateverTheShape() {
        Seeds.forEach(15, random -> compare(random, 1_000, 0));
    }

    @Test
    void shouldSendTheSameSignalsWhenTheSinkIsSlow() {
        Seeds.forEach(5, random -> compare(random, 500, 20_000));
    }

    static void compare(Random random, int events, int longestNapNanos) {
        MarketScript script = new MarketScript(random, events, 1 + random.nextInt(8));
        List<SentSignal> expected = EngineShape.SIMPLEST.signals(script);
        assertThat(expected).hasSizeGreaterThan(events / 4);
        for (int i = 0; i < SHAPES; i++) {
            EngineShape shape = EngineShape.random(random, longestNapNanos);
            assertThat(shape.signals(script)).as("signals with %s", shape).isEqualTo(expected);
        }
    }
}
