package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.HistogramSupport;
import io.windrow.metrics.micrometer.ScrapePlan.ScrapePart;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The lines of one meter in one family: one number, or count and sum. */
final class MeterLines implements ScrapePart {

    private final Meter meter;
    private final byte[] first;
    /** Null unless there is a sum. */
    private final byte[] second;
    private final boolean highest;

    /** The lines of a meter; {@code highest} if they show the highest of its values. */
    private record Made(Meter meter, boolean summary, boolean highest) implements ScrapeFamilies.Lines {
        @Override
        public ScrapePart part(ScrapeSeries series, StringBuilder head) {
            byte[] first = ScrapeFamilies.bytes(series.line(head, summary ? "_count" : ""));
            byte[] second = summary ? ScrapeFamilies.bytes(series.line(new StringBuilder(), "_sum")) : null;
            return new MeterLines(meter, first, second, highest);
        }
    }

    private MeterLines(Meter meter, byte[] first, byte[] second, boolean highest) {
        this.meter = meter;
        this.first = first;
        this.second = second;
        this.highest = highest;
    }

    /** False if a plan cannot write the meter. */
    static boolean add(ScrapeFamilies families, Meter meter, ScrapeSeries series, String help) {
        String name = series.name();
        if (meter instanceof Gauge) {
            return !meter.getId().getName().endsWith(".info") && families.add(name, "gauge", help, series, new Made(meter, false, false));
        }
        if (meter instanceof Counter || meter instanceof FunctionCounter) {
            return families.add(name, "counter", help, series, new Made(meter, false, false));
        }
        if (meter instanceof FunctionTimer) {
            return families.add(name, "summary", help, series, new Made(meter, true, false));
        }
        return (meter instanceof Timer || meter instanceof DistributionSummary) && isPlain((HistogramSupport) meter)
            && families.add(name, "summary", help, series, new Made(meter, true, false))
            && addMax(families, meter, series, help);
    }

    private static boolean addMax(ScrapeFamilies families, Meter meter, ScrapeSeries series, String help) {
        ScrapeSeries max = series.named(series.name() + "_max");
        return families.add(series.name(), "gauge", help, max, new Made(meter, false, true));
    }

    /** Whether it has neither percentiles nor buckets. */
    private static boolean isPlain(HistogramSupport meter) {
        HistogramSnapshot snapshot = meter.takeSnapshot();
        return snapshot.percentileValues().length == 0 && snapshot.histogramCounts().length == 0;
    }

    @Override
    public void write(ScrapeText out) throws IOException {
        if (second == null) {
            out.put(first).number(value()).end();
            return;
        }
        out.put(first).whole(count()).end();
        double sum = sum();
        // A sum that is not known has no line.
        if (!Double.isNaN(sum)) {
            out.put(second).number(sum).end();
        }
    }

    private double value() {
        if (highest) {
            return meter instanceof Timer timer ? timer.max(TimeUnit.SECONDS) : ((DistributionSummary) meter).max();
        }
        if (meter instanceof Gauge gauge) {
            return gauge.value();
        }
        double total = meter instanceof FunctionCounter function ? function.count() : ((Counter) meter).count();
        if (total < 0) {
            throw new IllegalArgumentException(new StringBuilder("a counter must not be negative: ").append(meter.getId().getName())
                .append('=').append(total).toString());
        }
        return total;
    }

    private long count() {
        if (meter instanceof FunctionTimer function) {
            return (long) function.count();
        }
        return meter instanceof Timer timer ? timer.count() : ((DistributionSummary) meter).count();
    }

    private double sum() {
        if (meter instanceof FunctionTimer function) {
            return function.totalTime(TimeUnit.SECONDS);
        }
        return meter instanceof Timer timer ? timer.totalTime(TimeUnit.SECONDS) : ((DistributionSummary) meter).totalAmount();
    }
}
