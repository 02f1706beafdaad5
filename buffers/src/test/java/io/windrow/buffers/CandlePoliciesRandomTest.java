package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every policy about late trades, duplicates and gaps, in both layouts, against candles worked out anew after every step. */
class CandlePoliciesRandomTest {

    private static final Instrument COIN = new Instrument(0, "COIN", 2, 5, 8, 1, 1);
    private static final String[][] FRAMES = {{"1s"}, {"1s", "5s"}, {"1s", "5s", "1m"}, {"5s", "10s", "30s", "90s"}, {"1m", "1h", "1d"},
        {"1h", "1d", "1w"}, {"1d", "1mo"}, {"1d", "1mo", "3mo"}};

    @Test
    void shouldBuildWhatTradesKeptForeverGive() {
        Seeds.forEach(400, random -> {
            CandleSpec[] specs = specs(random);
            long step = specs[0].timeframe().stepNanos();
            CandlePolicy policy = policy(random, step);
            CandleCheck check = new CandleCheck(COIN, new NaiveCandles(policy, specs));
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
                CandleBuilder builder = CandleBuilder.open(memory, COIN, policy, check.listener(), specs)) {
                check.watch(builder);
                long now = step * (random.nextInt(1000) - 500);
                long id = random.nextInt(1000) - 500;
                for (int i = 0; i < 100; i++) {
                    now += jump(random, specs);
                    id += 1 + random.nextInt(50) / 49 * random.nextInt(300);
                    step(check, random, now, step, id);
                    check.assertSameEvents();
                    check.assertSameCandles();
                }
                check.assertSameCounts();
            }
        });
    }

    private static CandleSpec[] specs(Random random) {
        String[] names = FRAMES[random.nextInt(FRAMES.length)];
        CandleSpec[] specs = new CandleSpec[names.length];
        CandleLayout layout = CandleLayout.FULL;
        for (int i = 0; i < names.length; i++) {
            layout = random.nextInt(3) == 0 ? CandleLayout.OHLCV : layout;
            specs[i] = CandleSpec.of(Timeframe.parse(names[i])).layout(layout).capacity(1 + random.nextInt(12))
                .gaps(GapPolicy.values()[random.nextInt(2)]);
        }
        return specs;
    }

    private static CandlePolicy policy(Random random, long step) {
        CandlePolicy policy = switch (random.nextInt(5)) {
            case 0 -> CandlePolicy.DEFAULT;
            case 1 -> CandlePolicy.reject();
            default -> CandlePolicy.merge(1 + (long) (random.nextDouble() * 8 * step));
        };
        return random.nextBoolean() ? policy.withoutDuplicates(64 * (1 + random.nextInt(3))) : policy;
    }

    private static long jump(Random random, CandleSpec[] specs) {
        long step = specs[0].timeframe().stepNanos();
        long coarse = specs[random.nextInt(specs.length)].timeframe().stepNanos();
        return switch (random.nextInt(14)) {
            case 0 -> coarse;
            case 1 -> coarse * random.nextInt(3);
            case 2 -> 0;
            case 3 -> step - 1;
            default -> (long) (step * random.nextDouble() * 0.6);
        };
    }

    private static void step(CandleCheck check, Random random, long now, long step, long id) {
        long late = random.nextInt(3) > 0 ? 0 : (long) (random.nextDouble() * random.nextDouble() * 10 * step);
        // Often at one of few moments, so that several trades share one.
        long moment = random.nextBoolean() ? now - late : Math.floorDiv(now - late, step / 4) * (step / 4);
        if (random.nextInt(7) == 0) {
            check.clock(moment);
            return;
        }
        long price = random.nextInt(1000) - 20;
        long quantity = random.nextInt(5) == 0 ? 0 : random.nextLong() >>> 24 + random.nextInt(40);
        long number = random.nextInt(4) == 0 ? id - random.nextInt(250) : random.nextInt(9) == 0 ? 0 : id;
        check.trade(moment, price, quantity, number, random.nextInt(3) - 1);
    }
}
