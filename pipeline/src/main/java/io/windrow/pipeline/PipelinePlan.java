package io.windrow.pipeline;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.Signal;

/** The rules for a pipeline's sizes, and the bytes they come to. The one place that knows both; nothing is allocated here. */
final class PipelinePlan {

    private PipelinePlan() {
    }

    static MemoryPlan of(int instruments, Timeframe[] timeframes, int candles, int trades, int ring, int signals) {
        Timeframe.checkFinestFirst(timeframes);
        checkPositive("candles", candles);
        checkPositive("trades", trades);
        checkRing(ring);
        checkPositive("signals", signals);
        MemoryPlan.Builder plan = MemoryPlan.builder()
            .add("ring", 1, ringBytes(ring))
            .add("signals", 1, Signal.LAYOUT.slabBytes(signals));
        WindowGroup.plan(plan, TradeWindow.TAG, TradeWindow.windowBytes(trades), instruments, 1);
        long candleBytes = CandleSpec.of(timeframes[0]).capacity(candles).windowBytes();
        WindowGroup.plan(plan, CandleWindow.TAG, candleBytes, instruments, timeframes.length);
        return plan.build();
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
