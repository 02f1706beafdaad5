package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who holds closed indicators does not hold their memory. */
@Timeout(300)
class ClosedIndicatorsTest {

    private static final int BUDGET = 1 << 20;

    @Test
    void shouldGiveTheMemoryOfASetBackThoughItIsHeld() throws Exception {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(BUDGET)) {
            IndicatorSet set = IndicatorSet.open(memory, Ema.of(20), Sma.of(20));
            Indicator held = set.get(0);
            set.close();
            awaitReclaim(memory);
            assertThat(set.isClosed()).isTrue();
            assertThat(held.spec()).isEqualTo(Ema.of(20));
        }
    }

    @Test
    void shouldGiveTheMemoryOfAGroupBackThoughASetOfItIsHeld() throws Exception {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(BUDGET)) {
            CandleWindow window = CandleWindow.open(memory, new Instrument(0, "BTCUSD", 2, 0), CandleSpec.of(Timeframe.minutes(1)));
            IndicatorGroup group = IndicatorGroup.open(memory, 2, i -> window, Ema.of(20));
            IndicatorSet held = group.get(1);
            group.close();
            window.close();
            awaitReclaim(memory);
            assertThat(held.isClosed()).isTrue();
        }
    }

    private static void awaitReclaim(OffHeapMemory memory) throws InterruptedException {
        while (memory.awaitingReclaimBytes() > 0) {
            System.gc();
            Thread.sleep(10);
        }
    }
}
