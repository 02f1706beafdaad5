package io.windrow.pipeline;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.indicators.IndicatorGroup;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.Signal;

/** The rules for a pipeline's sizes, and the bytes they come to. The one place that knows both; nothing is allocated here. */
final class PipelinePlan {

    private PipelinePlan() {
    }

    static MemoryPlan of(PipelineBuilder builder, int instruments) {
        checkPositive("shards", builder.shardCount);
        Timeframe.checkFinestFirst(builder.timeframes);
        checkPositive("candles", builder.candleCapacity);
        checkPositive("trades", builder.tradeCapacity);
        checkNotNegative("quotes", builder.quoteCapacity);
        checkRing(builder.ringSize);
        checkPositive("signals", builder.signalCapacity);
        MemoryPlan.Builder plan = MemoryPlan.builder()
            .add("ring", builder.shardCount, ringBytes(builder.ringSize))
            .add("signals", builder.shardCount * builder.stageCount(), Signal.LAYOUT.slabBytes(builder.signalCapacity));
        if (builder.whenFull == WhenRingFull.DROP_OLDEST) {
            plan.add(Conflation.TAG, builder.shardCount, OffHeapMemory.footprintBytes(Conflation.bytes(instruments)));
        }
        for (int stage = 0; stage < builder.stageCount(); stage++) {
            windows(plan, builder, instruments);
            indicators(plan, builder, instruments, builder.stage(stage).indicators());
        }
        return plan.build();
    }

    private static void windows(MemoryPlan.Builder plan, PipelineBuilder builder, int instruments) {
        WindowGroup.plan(plan, TradeWindow.TAG, TradeWindow.windowBytes(builder.tradeCapacity), instruments, 1);
        if (builder.quoteCapacity > 0) {
            WindowGroup.plan(plan, QuoteWindow.TAG, QuoteWindow.windowBytes(builder.quoteCapacity), instruments, 1);
        }
        long candleBytes = CandleSpec.of(builder.timeframes[0]).capacity(builder.candleCapacity).windowBytes();
        WindowGroup.plan(plan, CandleWindow.TAG, candleBytes, instruments, builder.timeframes.length);
    }

    private static void indicators(MemoryPlan.Builder plan, PipelineBuilder builder, int instruments, IndicatorSpec[] specs) {
        for (IndicatorSpec spec : specs) {
            if (spec.longestPeriod() > builder.candleCapacity) {
                throw new IllegalArgumentException("period must be at most the candles kept: indicator=" + spec + ", period="
                    + spec.longestPeriod() + ", candles=" + builder.candleCapacity);
            }
        }
        if (specs.length > 0) {
            IndicatorGroup.plan(plan, Math.multiplyExact(instruments, builder.timeframes.length), 1, specs);
        }
    }

    static void checkNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + name + "=" + value);
        }
    }

    static void checkPositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + name + "=" + value);
        }
    }

    static void checkRing(int slots) {
        if (slots < 1 || Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("ring must be a power of two: ring=" + slots);
        }
    }

    private static long ringBytes(int ring) {
        long bytes = (long) ring * MarketEventLayout.SLOT_BYTES;
        if (bytes > OffHeapMemory.MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException("ring must fit a block of " + OffHeapMemory.MAX_BLOCK_BYTES + " bytes: ring=" + ring);
        }
        return OffHeapMemory.footprintBytes(bytes);
    }
}
