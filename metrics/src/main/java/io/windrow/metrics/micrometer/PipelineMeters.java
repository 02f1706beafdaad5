package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.WatchedPipeline;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.TradingPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** The meters of one pipeline and of its sources, which come when they are made or first used. */
final class PipelineMeters implements Consumer<MarketPublisher> {

    private enum Kind { RING_USED, RING_CAPACITY, SIGNALS, REFUSED_SIGNALS, FAULTS, LATE_TRADES }

    final WatchedPipeline watched;
    private final MeterRegistry registry;
    private final UniqueNames sourceNames;
    private final MeterGroup group;
    private final List<SourceMeters> sources = new ArrayList<>();
    private final List<Distribution> latencies = new ArrayList<>();

    PipelineMeters(MeterRegistry registry, WatchedPipeline watched, UniqueNames sourceNames, Histogram sum) {
        this.registry = registry;
        this.watched = watched;
        this.sourceNames = sourceNames;
        group = new MeterGroup(registry, Tags.of("pipeline", watched.name()));
        group.gauge("windrow.ring.used", null, "Events in the rings that are not handled yet", of(Kind.RING_USED));
        group.gauge("windrow.ring.capacity", null, "Most events that the rings hold", of(Kind.RING_CAPACITY));
        group.counter("windrow.signals", "signals", "Signals of the strategies", of(Kind.SIGNALS));
        group.counter("windrow.refused.signals", "signals", "Signals for which none was free", of(Kind.REFUSED_SIGNALS));
        group.counter("windrow.faults", "faults", "Exceptions that strategies, stages and handlers threw", of(Kind.FAULTS));
        group.counter("windrow.late.trades", "trades", "Trades that came after their candle had closed", of(Kind.LATE_TRADES));
        if (watched.pipeline().measuresLatency()) {
            for (LatencyStage stage : LatencyStage.values()) {
                latencies.add(LatencyDistribution.of(watched.name(), watched.pipeline(), stage, sum));
            }
        }
    }

    List<Distribution> latencies() {
        return latencies;
    }

    void refresh() {
        group.refresh();
        watched.pipeline().forEachPublisher(this);
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).group.refresh();
        }
    }

    /** Looks at one publisher of the pipeline. */
    @Override
    public void accept(MarketPublisher publisher) {
        if (!isKnown(publisher) && WatchedPipeline.isSource(publisher)) {
            sources.add(new SourceMeters(registry, publisher, sourceNames.take(publisher.name())));
        }
    }

    void remove() {
        group.remove();
        for (SourceMeters source : sources) {
            source.group.remove();
            sourceNames.release(source.name);
        }
        sources.clear();
    }

    private boolean isKnown(MarketPublisher publisher) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).source == publisher) {
                return true;
            }
        }
        return false;
    }

    private Reading of(Kind kind) {
        return new PipelineReading(watched.pipeline(), kind);
    }

    private static final class PipelineReading extends Reading {
        private final TradingPipeline pipeline;
        private final Kind kind;

        PipelineReading(TradingPipeline pipeline, Kind kind) {
            this.pipeline = pipeline;
            this.kind = kind;
        }

        @Override
        double value() {
            return switch (kind) {
                case RING_USED -> Math.max(0, pipeline.backlog());
                case RING_CAPACITY -> pipeline.ringCapacity();
                case SIGNALS -> pipeline.signalCount();
                case REFUSED_SIGNALS -> pipeline.refusedSignals();
                case FAULTS -> pipeline.faultCount();
                case LATE_TRADES -> pipeline.lateTrades();
            };
        }
    }
}
