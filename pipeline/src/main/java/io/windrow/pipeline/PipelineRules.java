package io.windrow.pipeline;

/** Which choices of a pipeline go together. Those about sizes are with the plan of its bytes. */
final class PipelineRules {

    private PipelineRules() {
    }

    static void check(PipelineBuilder plan) {
        if (plan.staleAfter.isNegative() || plan.staleAfter.isZero()) {
            throw new IllegalArgumentException("staleAfter must be positive: staleAfter=" + plan.staleAfter);
        }
        if (plan.shardCount > 1 && (plan.single != null || plan.hasOnlyOneWaitStrategy())) {
            throw new IllegalArgumentException("with several shards strategies, handlers and wait strategies must be given as suppliers:"
                + " shards=" + plan.shardCount + ", given=" + (plan.single == null ? "waitStrategy" : plan.single));
        }
        checkBatch(plan, plan.publishBatch);
    }

    private static void checkBatch(PipelineBuilder plan, int batch) {
        PipelinePlan.checkPositive("publishBatch", batch);
        if (batch > plan.ringSize) {
            throw new IllegalArgumentException("publishBatch must not be above ring: publishBatch=" + batch + ", ring=" + plan.ringSize);
        }
        if (batch > 1 && (plan.publishers == Publishers.MANY || plan.whenFull == WhenRingFull.DROP_OLDEST)) {
            throw new IllegalArgumentException("publishBatch must be 1 for many publishers or DROP_OLDEST: publishBatch=" + batch
                + ", publishers=" + plan.publishers + ", whenRingFull=" + plan.whenFull);
        }
    }
}
