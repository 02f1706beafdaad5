package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.SourceStatus;

/** The meters of one source of market data. */
final class SourceMeters {

    private enum Kind { TRADES, ERRORS, HEARTBEAT_AGE, STATUS, EVENTS, DROPPED }

    private static final double NANOS_PER_SECOND = 1e9;

    final MarketPublisher source;
    final String name;
    final MeterGroup group;

    SourceMeters(MeterRegistry registry, MarketPublisher source, String name) {
        this.source = source;
        this.name = name;
        group = new MeterGroup(registry, Tags.of("source", name));
        group.counter("trading.trade.count", null, "Trades that the source published", of(Kind.TRADES));
        group.counter("trading.error.count", null, "Errors of the source", of(Kind.ERRORS));
        group.gauge("trading.heartbeat.age", "seconds", "Time since the source was heard; NaN when it has ended", of(Kind.HEARTBEAT_AGE));
        group.gauge("data.source.status", null, "1 if the source is live, 0 if not", of(Kind.STATUS));
        group.counter("windrow.events", "events", "Events that the source published", of(Kind.EVENTS));
        group.counter("windrow.dropped.events", "events", "Events given up for want of room in the ring", of(Kind.DROPPED));
    }

    private Reading of(Kind kind) {
        return new SourceReading(source, kind);
    }

    private static final class SourceReading extends Reading {
        private final MarketPublisher source;
        private final Kind kind;

        SourceReading(MarketPublisher source, Kind kind) {
            this.source = source;
            this.kind = kind;
        }

        @Override
        double value() {
            return switch (kind) {
                case TRADES -> source.tradeCount();
                case ERRORS -> source.errorCount();
                case HEARTBEAT_AGE -> heartbeatAge();
                case STATUS -> source.status() == SourceStatus.LIVE ? 1 : 0;
                case EVENTS -> source.eventCount();
                case DROPPED -> source.droppedNewestCount() + source.droppedOldestCount() + source.refusedCount();
            };
        }

        private double heartbeatAge() {
            long nanos = source.status() == SourceStatus.ENDED ? -1 : source.heartbeatAgeNanos();
            return nanos < 0 ? Double.NaN : nanos / NANOS_PER_SECOND;
        }
    }
}
