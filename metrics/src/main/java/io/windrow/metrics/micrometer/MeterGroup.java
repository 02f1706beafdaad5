package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * Meters of one part of the engine that come and go together. A meter whose value is not known waits: it is registered when its value is
 * known for the first time, so that a scrape has no line for what this system never tells. For one thread at a time.
 */
final class MeterGroup {

    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** A meter to be. */
    private record Waiting(String name, String unit, String description, Tags tags, Reading reading, boolean total) {
    }

    MeterGroup(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    MeterRegistry registry() {
        return registry;
    }

    Tags tags() {
        return tags;
    }

    /** A gauge that waits for its value. The unit may be null, where the name leaves no room for one. */
    void gauge(String name, String unit, String description, Tags more, Reading reading) {
        waiting.add(new Waiting(name, unit, description, tags.and(more), reading, false));
    }

    void gauge(String name, String unit, String description, Reading reading) {
        gauge(name, unit, description, Tags.empty(), reading);
    }

    /** A counter that waits for its value. */
    void counter(String name, String unit, String description, Tags more, Reading reading) {
        waiting.add(new Waiting(name, unit, description, tags.and(more), reading, true));
    }

    void counter(String name, String unit, String description, Reading reading) {
        counter(name, unit, description, Tags.empty(), reading);
    }

    /** A gauge that is there from now on, NaN while its value is not known. */
    void gaugeNow(String name, String unit, String description, Tags more, Reading reading) {
        register(new Waiting(name, unit, description, tags.and(more), reading, false));
    }

    void gaugeNow(String name, String unit, String description, Reading reading) {
        gaugeNow(name, unit, description, Tags.empty(), reading);
    }

    /** A meter that somebody else has registered, to be removed with the others. */
    void keep(Meter meter) {
        meters.add(meter);
    }

    /** Registers what has become known. Allocates nothing if nothing has. */
    void refresh() {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (waiting.get(i).reading.isKnown()) {
                register(waiting.remove(i));
            }
        }
    }

    void remove() {
        waiting.clear();
        for (Meter meter : meters) {
            registry.remove(meter);
            meter.close();
        }
        meters.clear();
    }

    private void register(Waiting one) {
        if (one.total) {
            Reading total = one.reading.asTotal();
            meters.add(FunctionCounter.builder(one.name, total, total).baseUnit(one.unit).description(one.description).tags(one.tags)
                .register(registry));
        } else {
            meters.add(Gauge.builder(one.name, one.reading, one.reading).baseUnit(one.unit).description(one.description).tags(one.tags)
                .register(registry));
        }
    }
}
