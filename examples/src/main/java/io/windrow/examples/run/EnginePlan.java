package io.windrow.examples.run;

import io.windrow.examples.prove.engines.CrossingStrategy;
import io.windrow.examples.prove.engines.WaitStrategies;
import io.windrow.pipeline.OnFault;
import io.windrow.pipeline.PipelineBuilder;
import io.windrow.pipeline.Publishers;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.WhenRingFull;
import java.util.function.Supplier;

/** Makes of settings what a pipeline is built from. */
final class EnginePlan {

    private EnginePlan() {
    }

    static PipelineBuilder of(RunSettings settings, FeedPlan feeds, EngineSink sink) {
        PipelineBuilder plan = TradingPipeline.builder()
            .settings(settings.sizes())
            .instruments(feeds.instruments())
            .shards((int) settings.number(RunKey.SHARDS))
            .publishers(feeds.replays().size() == 1 ? Publishers.ONE : Publishers.MANY)
            .publishBatch((int) settings.number(RunKey.BATCH))
            .whenRingFull(whenFull(settings.text(RunKey.BACKPRESSURE)))
            .onFault(onFault(settings.text(RunKey.ON_FAULT)))
            .waitStrategy(() -> WaitStrategies.of(settings.text(RunKey.WAIT)))
            .staleAfter(settings.span(RunKey.STALE_AFTER));
        for (String strategy : settings.list(RunKey.STRATEGIES)) {
            plan.strategy(strategy(strategy));
        }
        if (settings.isTrue(RunKey.LATENCY)) {
            plan.measureLatency();
        }
        // Writing must not hold strategies up.
        return sink.signals() == null ? plan : plan.sink(sink.signals()).sinkOnOwnThread();
    }

    private static Supplier<Strategy> strategy(String name) {
        return switch (name) {
            case "breakout" -> BreakoutStrategy::new;
            case "imbalance" -> ImbalanceStrategy::new;
            default -> CrossingStrategy::new;
        };
    }

    private static WhenRingFull whenFull(String name) {
        return switch (name) {
            case "drop-newest" -> WhenRingFull.DROP_NEWEST;
            case "drop-oldest" -> WhenRingFull.DROP_OLDEST;
            case "fail" -> WhenRingFull.FAIL;
            default -> WhenRingFull.WAIT;
        };
    }

    private static OnFault onFault(String name) {
        return switch (name) {
            case "disable" -> OnFault.DISABLE_STRATEGY;
            case "stop" -> OnFault.STOP_PIPELINE;
            default -> OnFault.SKIP_EVENT;
        };
    }
}
