package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.MessagePool;

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
        return MemoryPlan.builder()
            .add("ring", 1, checkBlock("ring", ring, OffHeapMemory.footprintBytes((long) ring * MarketEventLayout.SLOT_BYTES)))
            .add("signals", 1, MessagePool.footprintBytes(signals))
            .add("trades", instruments, checkBlock("trades", trades, TradeWindow.footprintBytes(trades)))
            .add("candles", (long) instruments * timeframes.length, checkBlock("candles", candles, CandleWindow.footprintBytes(candles)))
            .build();
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

    private static long checkBlock(String name, int size, long bytes) {
        if (bytes > OffHeapMemory.footprintBytes(OffHeapMemory.MAX_BLOCK_BYTES)) {
            throw new IllegalArgumentException(
                name + " must fit a block of " + OffHeapMemory.MAX_BLOCK_BYTES + " bytes: " + name + "=" + size);
        }
        return bytes;
    }
}
