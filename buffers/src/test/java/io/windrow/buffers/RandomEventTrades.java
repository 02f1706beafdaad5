package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Random trades for {@link EventCandlesCheck}: some late, some twice, some of numbers long past, prices around zero now and then, and
 * the forming candle compared every now and then.
 */
final class RandomEventTrades {

    static final List<CandleKind> KINDS = Arrays.stream(CandleKind.values()).filter(kind -> !kind.hasTimeframe()).toList();
    static final List<CandlePolicy> POLICIES = List.of(CandlePolicy.DEFAULT.withoutDuplicates(128),
        CandlePolicy.reject().withoutDuplicates(128), CandlePolicy.merge(40).withoutDuplicates(128));

    private static final Instrument BTC = new Instrument(3, "BTCUSDT", 2, 5);
    private static final int CAPACITY = 64;

    private final EventCandlesCheck check;
    private final Random random;
    private long now;
    private long price;
    private long lastId;

    private RandomEventTrades(OffHeapMemory memory, CandleKind kind, CandlePolicy policy, CandleLayout layout, Random random) {
        this.random = random;
        price = random.nextInt(3) == 0 ? random.nextInt(50) : 10_000 + random.nextInt(10_000);
        now = random.nextInt(1_000_000) - 500_000;
        CandleSpec spec = CandleSpec.of(kind, sizeOf(kind, price, random)).capacity(CAPACITY).layout(layout);
        CandleExpectations expectations = new CandleExpectations(1 + random.nextInt(5), 1 + random.nextInt(12));
        check = new EventCandlesCheck(memory, BTC, policy, spec, expectations);
    }

    /** Puts as many trades as that into the candles of every policy and layout; answers how many candles were compared. */
    static long compareAll(CandleKind kind, int trades, Random random) {
        long candles = 0;
        for (CandlePolicy policy : POLICIES) {
            for (CandleLayout layout : CandleLayout.values()) {
                candles += compare(kind, policy, layout, trades, random);
            }
        }
        return candles;
    }

    private static long compare(CandleKind kind, CandlePolicy policy, CandleLayout layout, int trades, Random random) {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            RandomEventTrades run = new RandomEventTrades(memory, kind, policy, layout, random);
            for (int i = 0; i < trades; i++) {
                run.step();
            }
            run.check.assertCounts();
            return run.check.closed();
        }
    }

    private static long sizeOf(CandleKind kind, long price, Random random) {
        return switch (kind) {
            case VOLUME -> 1 + random.nextInt(400_000);
            case VALUE -> 1 + (20 + price) * random.nextInt(400_000);
            case RANGE, RENKO -> 1 + random.nextInt(40);
            default -> 1 + random.nextInt(20);
        };
    }

    private void step() {
        now += random.nextInt(3) == 0 ? 0 : random.nextInt(20);
        int way = random.nextInt(100);
        price += way == 0 ? random.nextInt(301) - 150 : way < 60 ? random.nextInt(7) - 3 : 0;
        if (random.nextInt(50) == 0) {
            check.clock(now + random.nextInt(60));
        }
        long time = random.nextInt(8) == 0 ? now - random.nextInt(60) : now;
        long quantity = random.nextInt(20) == 0 ? 0 : random.nextInt(40_000);
        check.trade(time, price, quantity, nextId(), random.nextInt(3) - 1);
        if (random.nextInt(16) == 0) {
            check.assertSameForming();
        }
    }

    private long nextId() {
        return switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1 -> Math.max(1, lastId - random.nextInt(100));
            case 2 -> Math.max(1, lastId - random.nextInt(300));
            case 3 -> lastId += 1 + random.nextInt(5);
            default -> ++lastId;
        };
    }
}
