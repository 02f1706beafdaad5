package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandlesFromHistory.Candle;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trades and ticks at random times, mostly onwards, sometimes far ahead or back; every value is compared after every step. */
class CandleBuilderRandomTest {

    private static final Instrument ETH = new Instrument(0, "ETHUSD", 2, 8);
    private static final long SECOND = 1_000_000_000L;
    private static final String[][] FRAMES = {{"1s"}, {"1s", "5s"}, {"1s", "5s", "1m"}, {"5s", "10s", "30s", "90s"}, {"1m", "1h", "1d"}};
    private static final int STEPS = 120;

    @Test
    void shouldBuildTheCandlesThatTheWholeHistoryGives() {
        Seeds.forEach(200, random -> {
            Timeframe[] frames = Arrays.stream(FRAMES[random.nextInt(FRAMES.length)]).map(Timeframe::parse).toArray(Timeframe[]::new);
            CandlesFromHistory expected = new CandlesFromHistory(Arrays.stream(frames).mapToLong(Timeframe::stepNanos).toArray());
            int[] told = new int[frames.length];
            List<CandleWindow> order = new ArrayList<>();
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
                int capacity = 1 + random.nextInt(6);
                CandleBuilder builder = CandleBuilder.open(memory, ETH, CandlePolicy.DEFAULT, window -> {
                    told[window.index()]++;
                    order.add(window);
                }, CandleBuilderTest.specs(capacity, frames));
                long now = frames[0].stepNanos() * (random.nextInt(100) - 50);
                for (int step = 0; step < STEPS; step++) {
                    now += jump(random, frames);
                    order.clear();
                    step(builder, expected, now, random);
                    assertSameCandles(builder, expected, told, capacity);
                    assertThat(order).isSortedAccordingTo((a, b) -> Long.compare(a.timeframe().stepNanos(), b.timeframe().stepNanos()));
                }
            }
        });
    }

    private static long jump(Random random, Timeframe[] frames) {
        long step = frames[0].stepNanos();
        long coarse = frames[random.nextInt(frames.length)].stepNanos();
        return switch (random.nextInt(12)) {
            case 0 -> -step * random.nextInt(3) - random.nextInt(1000);
            case 1 -> coarse;
            case 2 -> coarse * random.nextInt(4);
            case 3 -> -coarse / 2;
            case 4 -> 0;
            default -> (long) (step * random.nextDouble() * 0.7 / SECOND) * SECOND + random.nextInt((int) SECOND) / 3;
        };
    }

    private static void step(CandleBuilder builder, CandlesFromHistory expected, long now, Random random) {
        if (random.nextInt(6) == 0) {
            builder.onClock(now);
            expected.clock(now);
            return;
        }
        long price = random.nextInt(100_000) - 1000;
        long quantity = random.nextLong() >>> 16 + random.nextInt(40);
        boolean inTime = expected.trade(now, BigDecimal.valueOf(price, 2), BigDecimal.valueOf(quantity, 8));
        assertThat(builder.onTrade(now, price, quantity, 0, 0)).isEqualTo(inTime ? IngestResult.ACCEPTED : IngestResult.LATE_DROPPED);
    }

    private static void assertSameCandles(CandleBuilder builder, CandlesFromHistory expected, int[] told, int capacity) {
        assertThat(builder.count(IngestResult.LATE_DROPPED)).isEqualTo(expected.lateTrades());
        for (int frame = 0; frame < builder.frames(); frame++) {
            CandleWindow window = builder.window(frame);
            List<Candle> closed = expected.closed(frame);
            assertThat(window.newestSequence()).as("frame %s", frame).isEqualTo(closed.size() - 1);
            assertThat(told[frame]).isEqualTo(closed.size());
            assertThat(window.size()).isEqualTo(Math.min(capacity, closed.size()));
            for (int ago = 0; ago < window.size(); ago++) {
                assertThat(closedValues(window, ago)).as("frame %s, ago %s", frame, ago)
                    .isEqualTo(closed.get(closed.size() - 1 - ago).values(2, 8));
            }
            Candle forming = expected.forming(frame);
            assertThat(window.hasForming()).as("forming in frame %s", frame).isEqualTo(forming != null);
            if (forming != null) {
                long[] values = Arrays.stream(CandleField.values()).filter(CandleLayout.OHLCV::has).mapToLong(window::forming).toArray();
                assertThat(values).as("forming in frame %s", frame).isEqualTo(forming.values(2, 8));
            }
        }
    }

    private static long[] closedValues(CandleWindow window, int ago) {
        return new long[] {window.openTimeNanos(ago), window.open(ago), window.high(ago), window.low(ago), window.close(ago),
            window.volume(ago)};
    }
}
