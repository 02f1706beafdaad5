package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.EventCandlesFromTrades.Candle;
import io.windrow.buffers.memory.OffHeapMemory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Random trades into an {@link EventCandleBuilder} and into {@link EventCandlesFromTrades}: some late, some twice, some of numbers long
 * past, prices around zero now and then. Every result, counter and closed candle is compared, the forming one every now and then.
 */
final class EventCandlesCheck {

    static final Instrument BTC = new Instrument(3, "BTCUSDT", 2, 5);
    static final List<CandleKind> KINDS = Arrays.stream(CandleKind.values()).filter(kind -> !kind.hasTimeframe()).toList();
    static final List<CandlePolicy> POLICIES = List.of(CandlePolicy.DEFAULT.withoutDuplicates(128),
        CandlePolicy.reject().withoutDuplicates(128), CandlePolicy.merge(40).withoutDuplicates(128));

    private static final int CAPACITY = 64;

    private final CandleKind kind;
    private final CandleSpec spec;
    private final EventCandlesFromTrades expected;
    private final EventCandleBuilder builder;
    private final Random random;
    private final long[] counts = new long[IngestResult.values().length];
    private final List<long[]> told = new ArrayList<>();
    private long now;
    private long price;
    private long lastId;
    private long closed;

    private EventCandlesCheck(OffHeapMemory memory, CandleKind kind, CandlePolicy policy, CandleLayout layout, Random random) {
        this.kind = kind;
        this.random = random;
        price = random.nextInt(3) == 0 ? random.nextInt(50) : 10_000 + random.nextInt(10_000);
        now = random.nextInt(1_000_000) - 500_000;
        long size = sizeOf(kind, price, random);
        CandleExpectations expectations = new CandleExpectations(1 + random.nextInt(5), 1 + random.nextInt(12));
        spec = CandleSpec.of(kind, size).capacity(CAPACITY).layout(layout);
        builder = EventCandleBuilder.open(memory, BTC, policy, this::note, spec, expectations);
        expected = new EventCandlesFromTrades(kind, BigDecimal.valueOf(size, decimalsOf(kind)), policy, expectations);
    }

    /** Answers how many candles were compared. */
    static long compare(CandleKind kind, CandlePolicy policy, CandleLayout layout, int trades, Random random) {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            EventCandlesCheck check = new EventCandlesCheck(memory, kind, policy, layout, random);
            for (int i = 0; i < trades; i++) {
                check.step();
            }
            check.assertCounts();
            return check.closed;
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

    private static int decimalsOf(CandleKind kind) {
        return switch (kind) {
            case VOLUME -> BTC.quantityDecimals();
            case VALUE -> BTC.quoteDecimals();
            case RANGE, RENKO -> BTC.priceDecimals();
            default -> 0;
        };
    }

    private void note(CandleWindow window) {
        long[] row = new long[window.columns() + 1];
        for (CandleField field : CandleField.values()) {
            if (spec.layout().has(field)) {
                row[field.column()] = window.value(field, 0);
            }
        }
        row[window.columns()] = builder.closeTimeNanos(0);
        told.add(row);
    }

    private void step() {
        move();
        if (random.nextInt(50) == 0) {
            long clock = now + random.nextInt(60);
            builder.onClock(clock);
            expected.clock(clock);
        }
        long time = random.nextInt(8) == 0 ? now - random.nextInt(60) : now;
        long quantity = random.nextInt(20) == 0 ? 0 : random.nextInt(40_000);
        long id = nextId();
        int side = random.nextInt(3) - 1;
        IngestResult result = expected.trade(time, BigDecimal.valueOf(price, BTC.priceDecimals()),
            BigDecimal.valueOf(quantity, BTC.quantityDecimals()), id, side == Side.BUY.code());
        counts[result.ordinal()]++;
        put(time, quantity, id, side, result);
        assertSameClosed();
        if (random.nextInt(16) == 0) {
            assertSameForming();
        }
    }

    private void move() {
        now += random.nextInt(3) == 0 ? 0 : random.nextInt(20);
        int way = random.nextInt(100);
        price += way == 0 ? random.nextInt(301) - 150 : way < 60 ? random.nextInt(7) - 3 : 0;
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

    private void put(long time, long quantity, long id, int side, IngestResult result) {
        if (result == IngestResult.LATE_REJECTED) {
            assertThatThrownBy(() -> builder.onTrade(time, price, quantity, id, side)).isInstanceOf(LateTradeException.class);
        } else if (builder.onTrade(time, price, quantity, id, side) != result) {
            throw new AssertionError(kind + ": the result must be " + result);
        }
    }

    private void assertSameClosed() {
        List<Candle> candles = expected.takeClosed();
        assertSize(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            long[] row = told.get(i);
            Candle candle = candles.get(i);
            if (!Arrays.equals(Arrays.copyOf(row, row.length - 1), candle.values(BTC, spec.layout()))) {
                assertThat(Arrays.copyOf(row, row.length - 1)).as("candle %s of %s", closed + i, spec)
                    .isEqualTo(candle.values(BTC, spec.layout()));
            }
            if (row[row.length - 1] != candle.closeTime()) {
                assertThat(row[row.length - 1]).as("close time of candle %s of %s", closed + i, spec).isEqualTo(candle.closeTime());
            }
        }
        closed += candles.size();
        told.clear();
        if (builder.window(0).newestSequence() != closed - 1) {
            assertThat(builder.window(0).newestSequence()).isEqualTo(closed - 1);
        }
    }

    private void assertSize(int candles) {
        if (told.size() != candles) {
            assertThat(told).as("candles of one trade, %s, after %s", spec, closed).hasSize(candles);
        }
    }

    private void assertSameForming() {
        Candle candle = expected.forming();
        assertThat(builder.window(0).hasForming()).as("forming, %s", spec).isEqualTo(candle != null);
        if (candle != null) {
            long[] values = Arrays.stream(CandleField.values()).filter(spec.layout()::has).mapToLong(builder.window(0)::forming).toArray();
            assertThat(values).as("forming, %s", spec).isEqualTo(candle.values(BTC, spec.layout()));
        }
    }

    private void assertCounts() {
        for (IngestResult result : IngestResult.values()) {
            assertThat(builder.count(result)).as("%s of %s", result, spec).isEqualTo(counts[result.ordinal()]);
        }
    }
}
