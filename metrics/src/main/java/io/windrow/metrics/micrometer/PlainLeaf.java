package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * In any registry: count and sum as a timer, and gauges of percentiles since the start, named as Micrometer names those of its own timers.
 */
final class PlainLeaf implements Leaf {

    private final MeterRegistry registry;
    private final Map<Distribution, MeterGroup> groups = new IdentityHashMap<>();

    PlainLeaf(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void add(Family family, Distribution distribution) {
        MeterGroup group = new MeterGroup(registry, distribution.tags());
        group.keep(FunctionTimer.builder(family.meter(), distribution, distribution, distribution, TimeUnit.SECONDS)
            .description(family.description()).tags(distribution.tags()).register(registry));
        for (int i = 0; i < Distribution.PERCENTILES.length; i++) {
            String phi = Double.toString(Distribution.PERCENTILES[i] / 100);
            group.gaugeNow(family.meter() + ".percentile", "seconds", family.description(), Tags.of("phi", phi),
                new PercentileReading(distribution, i));
        }
        groups.put(distribution, group);
    }

    @Override
    public void remove(Family family, Distribution distribution) {
        groups.remove(distribution).remove();
    }

    @Override
    public void close() {
        groups.values().forEach(MeterGroup::remove);
        groups.clear();
    }

    private static final class PercentileReading extends Reading {
        private final Distribution distribution;
        private final int place;

        PercentileReading(Distribution distribution, int place) {
            this.distribution = distribution;
            this.place = place;
        }

        @Override
        double value() {
            return distribution.percentile(place);
        }
    }
}
