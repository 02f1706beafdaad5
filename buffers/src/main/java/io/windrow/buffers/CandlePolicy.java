package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * What an aggregator does about late trades and about duplicates. Immutable.
 *
 * @param late                 what becomes of late trades.
 * @param allowedLatenessNanos for {@link LatePolicy#MERGE}, how far behind the newest time seen a trade may be; else 0.
 * @param rememberedIds        how many trade numbers are remembered to find duplicates, a multiple of 64; 0 to accept duplicates.
 */
public record CandlePolicy(LatePolicy late, long allowedLatenessNanos, int rememberedIds) {

    /** Late trades are dropped and counted; numbers are not looked at. */
    public static final CandlePolicy DEFAULT = new CandlePolicy(LatePolicy.DROP, 0, 0);

    private static final int MAX_REMEMBERED = 1 << 30;

    /**
     * Creates a policy.
     *
     * @param late                 what becomes of late trades.
     * @param allowedLatenessNanos positive for {@link LatePolicy#MERGE}, else 0.
     * @param rememberedIds        0, or a multiple of 64 up to 2³⁰.
     * @throws IllegalArgumentException if a number is out of range.
     */
    public CandlePolicy {
        if (late == LatePolicy.MERGE ? allowedLatenessNanos <= 0 : allowedLatenessNanos != 0) {
            throw new IllegalArgumentException("allowed lateness must be positive for merge, and 0 for any other policy: late=" + late
                + ", allowedLatenessNanos=" + allowedLatenessNanos);
        }
        if (rememberedIds < 0 || rememberedIds > MAX_REMEMBERED || rememberedIds % Long.SIZE != 0) {
            throw new IllegalArgumentException("remembered ids must be a multiple of " + Long.SIZE + " up to " + MAX_REMEMBERED
                + ": rememberedIds=" + rememberedIds);
        }
    }

    /**
     * Late trades are left out, and an exception tells the caller.
     *
     * @return the policy.
     */
    public static CandlePolicy reject() {
        return new CandlePolicy(LatePolicy.REJECT, 0, 0);
    }

    /**
     * Late trades are put where they belong.
     *
     * @param allowedLatenessNanos how far behind the newest time seen a trade may be; positive.
     * @return the policy.
     * @throws IllegalArgumentException if the lateness is not positive.
     */
    public static CandlePolicy merge(long allowedLatenessNanos) {
        return new CandlePolicy(LatePolicy.MERGE, allowedLatenessNanos, 0);
    }

    /**
     * With duplicates left out, found by the numbers that the exchange gives its trades.
     *
     * @param ids how many of the newest numbers are remembered, a multiple of 64; they take one bit each.
     * @return a copy.
     * @throws IllegalArgumentException if the number is out of range.
     */
    public CandlePolicy withoutDuplicates(int ids) {
        return new CandlePolicy(late, allowedLatenessNanos, ids);
    }

    /**
     * What an aggregator of one instrument takes from the budget for this policy, beside its windows.
     *
     * @param specs its windows.
     * @return bytes.
     */
    public long footprintBytes(CandleSpec... specs) {
        long bytes = rememberedIds == 0 ? 0 : OffHeapMemory.footprintBytes(TradeIdWindow.bytes(rememberedIds));
        if (late == LatePolicy.MERGE) {
            for (CandleSpec spec : specs) {
                // Candles that trades close are never changed, so nothing is remembered of them.
                bytes += spec.kind().hasTimeframe() ? OffHeapMemory.footprintBytes(TradeTimes.bytes(spec, allowedLatenessNanos)) : 0;
            }
        }
        return bytes;
    }
}
