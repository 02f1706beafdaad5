package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.windrow.metrics.EngineMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Shows all of {@link EngineMetrics} in any Micrometer registry, in several at once if wanted.
 *
 * <p>The engine's threads do nothing for it. Meters read the newest sample, which is copied once a second, and the counters of pools,
 * pipelines and sources when somebody scrapes. Pools, pipelines, ledgers and sources that come later have their meters with the next
 * sample; those that are removed lose theirs.
 *
 * <p>A meter is registered when its value is first known, so what this system never tells has no line in a scrape. From then on a gauge
 * whose value is not known is NaN and a counter stays where it was. The two growth rates and {@code clean.hours.counter} are there from the
 * start, NaN until they are known.
 *
 * <p>Durations ({@code gc.pause.duration}, {@code windrow.stop}, {@code signal.latency}, {@code windrow.latency}) are histograms in
 * Prometheus' registry, their buckets counted when it is scraped: exact but for the step of the record, 0.1 % of a pause and 1 % of a
 * latency, by which a longer one may count as at the bound. Their sums are exact for pauses, and within 1 % for latencies. Any other
 * registry has a timer of count and sum, and gauges {@code ….percentile} with the tag {@code phi}, since the start. In a composite each
 * of its registries has what it takes; one that joins later has them with the next sample.
 *
 * <p>{@code jvm.gc.pause} has every collection that stopped all threads: those before the binding too, with their mean and the cause
 * {@code unknown}, and G1's remark and cleanup, which the bean of JDK 20 and later files as concurrent.
 *
 * <p>For any thread. Meters that another binder has registered by the same name stay that binder's: bind this one first, or alone.
 */
public final class EngineMeters implements MeterBinder, AutoCloseable {

    private final EngineMetrics metrics;
    private final List<Binding> bindings = new ArrayList<>();
    private volatile DoubleSupplier cleanHours = EngineMeters::unknown;

    /**
     * Meters of an engine; none is registered yet.
     *
     * @param metrics what they show; closed by the caller, after this.
     */
    public EngineMeters(EngineMetrics metrics) {
        this.metrics = Objects.requireNonNull(metrics, "metrics");
    }

    /**
     * Sets what {@code clean.hours.counter} shows; NaN until then.
     *
     * @param hours asked at each scrape, by any thread.
     * @return this.
     */
    public EngineMeters cleanHours(DoubleSupplier hours) {
        cleanHours = Objects.requireNonNull(hours, "hours");
        return this;
    }

    /**
     * Registers the meters. A second time in the same registry changes nothing.
     *
     * @param registry the registry.
     */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        for (Binding one : bindings) {
            if (one.registry == registry) {
                return;
            }
        }
        Binding binding = new Binding(metrics, registry, this::hours);
        bindings.add(binding);
        binding.start();
    }

    /**
     * Removes the meters. A registry that has none is let be.
     *
     * @param registry the registry.
     */
    public synchronized void unbind(MeterRegistry registry) {
        for (int i = bindings.size() - 1; i >= 0; i--) {
            if (bindings.get(i).registry == registry) {
                bindings.remove(i).close();
            }
        }
    }

    /** Removes the meters from all registries. May be called twice. */
    @Override
    public synchronized void close() {
        for (Binding one : bindings) {
            one.close();
        }
        bindings.clear();
    }

    private double hours() {
        return cleanHours.getAsDouble();
    }

    private static double unknown() {
        return Double.NaN;
    }
}
