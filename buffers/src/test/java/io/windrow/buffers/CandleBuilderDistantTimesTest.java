package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Times so far apart that their distance does not fit a long. */
class CandleBuilderDistantTimesTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final CandleSpec SECONDS = CandleSpec.of(Timeframe.seconds(1)).capacity(10);
    private static final long LONG_AGO = -9_000_000_000_000_000_000L;
    private static final long FAR_AHEAD = 9_000_000_000_000_000_000L;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldLeaveOutAGapWhoseLengthDoesNotFitALong() {
        CandleBuilder builder = CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }, SECONDS.gaps(GapPolicy.FLAT));
        builder.onTrade(LONG_AGO, 100, 1, 0, 0);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> builder.onTrade(FAR_AHEAD, 100, 1, 0, 0));
        assertThat(builder.gapsLeftOut()).isEqualTo(1);
        assertThat(builder.window(0).size()).isEqualTo(1);
    }

    @Test
    void shouldDropATradeThatIsLaterThanALongCounts() {
        CandleBuilder builder = CandleBuilder.open(memory, BTC, CandlePolicy.merge(10), window -> { }, SECONDS);
        builder.onTrade(LONG_AGO, 100, 1, 0, 0);
        builder.onTrade(FAR_AHEAD, 100, 1, 0, 0);
        assertThat(builder.onTrade(LONG_AGO, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
    }
}
