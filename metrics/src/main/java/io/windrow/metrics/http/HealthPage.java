package io.windrow.metrics.http;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.WatchedPipeline;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.SourceStatus;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether the engine is well, at {@code /health}: the worst of its checks, and 503 if that is down. What is not known is not checked.
 * Allocates nothing as long as no source is silent.
 */
final class HealthPage implements Handler, Consumer<MarketPublisher> {

    /** With {@code ?always=200} the status says nothing of the engine: for a reader of the document, who takes 503 for an error. */
    private static final String ALWAYS = "always";
    private static final String ALWAYS_OK = "200";
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int LATE_SAMPLES = 10;
    private static final int SHARE_WARN = 90;
    private static final int SHARE_ALARM = 98;

    private final EngineMetrics metrics;
    private final HealthLimits limits;
    private final Sample sample = new Sample();
    private final HealthCheck samples = new HealthCheck("sampleAgeSeconds", Figure.Unit.NANOS);
    private final HealthCheck pipelines = new HealthCheck("stoppedPipelines", Figure.Unit.COUNT);
    private final HealthCheck sources = new HealthCheck("silentSources", Figure.Unit.COUNT);
    private final HealthCheck resident = new HealthCheck("residentBytes", Figure.Unit.BYTES);
    private final HealthCheck container = new HealthCheck("containerUsedPercent", Figure.Unit.COUNT);
    private final HealthCheck stops = new HealthCheck("stopP95Seconds", Figure.Unit.NANOS);
    private final HealthCheck latency = new HealthCheck("latencyP95Seconds", Figure.Unit.NANOS);
    private final HealthCheck files = new HealthCheck("openFiles", Figure.Unit.COUNT);
    private final HealthCheck leaks = new HealthCheck("leakedObjects", Figure.Unit.COUNT);
    private final HealthCheck[] all = {samples, pipelines, sources, resident, container, stops, latency, files, leaks};
    private int sourceCount;
    private int silentCount;
    private final StringBuilder names = new StringBuilder();

    HealthPage(EngineMetrics metrics, HealthLimits limits) {
        this.metrics = metrics;
        this.limits = limits;
    }

    @Override
    public void answer(Request request, Answer answer) {
        int worst = check();
        boolean unavailable = worst == HealthCheck.DOWN && !ALWAYS_OK.equals(request.parameter(ALWAYS));
        answer.status(unavailable ? Status.UNAVAILABLE : Status.OK);
        JsonText json = answer.json().string("status", HealthCheck.word(worst)).list("checks");
        for (HealthCheck one : all) {
            one.write(json);
        }
        json.end().end();
        answer.body().write('\n');
    }

    private int check() {
        metrics.read(sample);
        checkSamples();
        checkPipelines();
        resident.atMost(sample.get(Figure.RESIDENT), limits.residentWarn, limits.residentAlarm, HealthCheck.DEGRADED);
        checkContainer();
        stops.atMost(sample.get(Figure.STOP_P95), limits.stopWarn, Long.MAX_VALUE, HealthCheck.DEGRADED);
        latency.atMost(sample.get(Figure.LATENCY_P95), limits.latencyWarn, limits.latencyAlarm, HealthCheck.DEGRADED);
        files.atMost(sample.get(Figure.OPEN_FILES), limits.openFilesWarn, limits.openFilesAlarm, HealthCheck.DOWN);
        leaks.atMost(sample.get(Figure.LEAKED_OBJECTS), 0, Long.MAX_VALUE, HealthCheck.DEGRADED);
        int worst = HealthCheck.UP;
        for (HealthCheck one : all) {
            worst = Math.max(worst, one.status());
        }
        return worst;
    }

    /** Figures that nobody renews any more say nothing. */
    private void checkSamples() {
        long age = Math.max(0, System.currentTimeMillis() * NANOS_PER_MILLI - sample.timeNanos());
        long limit = LATE_SAMPLES * metrics.intervalNanos();
        boolean late = age > limit;
        samples.is(late ? HealthCheck.DOWN : HealthCheck.UP, age, limit, late ? "no sample is taken any more" : "");
    }

    private void checkPipelines() {
        List<WatchedPipeline> watched = metrics.pipelines();
        int stopped = 0;
        sourceCount = 0;
        silentCount = 0;
        names.setLength(0);
        for (int i = 0; i < watched.size(); i++) {
            stopped += watched.get(i).pipeline().isRunning() ? 0 : 1;
            watched.get(i).pipeline().forEachPublisher(this);
        }
        if (watched.isEmpty()) {
            pipelines.unknown();
        } else {
            pipelines.is(stopped == 0 ? HealthCheck.UP : HealthCheck.DOWN, stopped, 0, stopped == 0 ? "" : "a pipeline does not run");
        }
        checkSources();
    }

    /** Other sources go on while one is silent; an engine that hears of none does nothing. */
    private void checkSources() {
        if (sourceCount == 0) {
            sources.unknown();
        } else if (silentCount == 0) {
            sources.is(HealthCheck.UP, 0, 0, "");
        } else if (silentCount < sourceCount) {
            sources.is(HealthCheck.DEGRADED, silentCount, 0, names.toString());
        } else {
            sources.is(HealthCheck.DOWN, silentCount, 0, names.insert(0, "every source: ").toString());
        }
    }

    @Override
    public void accept(MarketPublisher source) {
        if (WatchedPipeline.isSource(source)) {
            SourceStatus status = source.status();
            sourceCount++;
            if (status == SourceStatus.STALE || status == SourceStatus.FAILED) {
                silentCount++;
                names.append(names.length() == 0 ? "" : ", ").append(source.name()).append(' ').append(status.name());
            }
        }
    }

    /** The page cache counts among what is used, but is given up before anybody is killed: the anonymous part is what matters if known. */
    private void checkContainer() {
        long limit = sample.get(Figure.CONTAINER_LIMIT);
        long used = sample.has(Figure.CONTAINER_ANONYMOUS) ? sample.get(Figure.CONTAINER_ANONYMOUS) : sample.get(Figure.CONTAINER_USED);
        if (limit <= 0 || used < 0) {
            container.unknown();
        } else {
            container.atMost((long) (100.0 * used / limit), SHARE_WARN, SHARE_ALARM, HealthCheck.DOWN);
        }
    }
}
