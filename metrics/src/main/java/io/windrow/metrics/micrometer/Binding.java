package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.util.function.DoubleSupplier;

/** The meters in one registry. Told of each sample, it copies it, and looks whether there is anything new to show. */
final class Binding implements SampleListener {

    final MeterRegistry registry;
    private final EngineMetrics metrics;
    private final NewestSample newest = new NewestSample();
    private final MeterGroup fixed;
    private final Distributions distributions;
    private final OwnerMeters owners;
    private final PartMeters parts;
    private final PauseTimers pauses;
    private boolean closed;

    Binding(EngineMetrics metrics, MeterRegistry registry, DoubleSupplier cleanHours) {
        this.metrics = metrics;
        this.registry = registry;
        fixed = new MeterGroup(registry, Tags.empty());
        distributions = new Distributions(registry);
        owners = new OwnerMeters(metrics, fixed);
        parts = new PartMeters(metrics, registry, distributions);
        pauses = new PauseTimers(fixed, metrics);
        FigureMeters.addTo(fixed, newest);
        new DerivedMeters(fixed, metrics, newest, cleanHours).add();
    }

    void start() {
        Sample sample = new Sample();
        metrics.read(sample);
        onSample(sample);
        synchronized (this) {
            pauses.start();
            distributions.add(Family.COLLECTIONS, PauseDistribution.collections(metrics.pauses()));
            distributions.add(Family.STOPS, PauseDistribution.stops(metrics.pauses()));
        }
        metrics.add(this);
    }

    @Override
    public synchronized void onSample(Sample sample) {
        if (closed) {
            return;
        }
        newest.copy(sample);
        fixed.refresh();
        distributions.refresh();
        owners.refresh();
        parts.refresh();
    }

    void close() {
        metrics.remove(this);
        pauses.stop();
        synchronized (this) {
            closed = true;
            parts.remove();
            distributions.close();
            fixed.remove();
        }
    }
}
