package io.windrow.examples.ops;

import io.windrow.examples.ops.scrape.Scrape;
import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.examples.ops.watched.Target;
import io.windrow.metrics.PauseRecorder;

/** What was seen of a target in one time: samples, and the pauses of a JVM or two scrapes of an engine. */
final class Look {

    private final Target target;
    private final SampleSeries series;
    private final HttpFetch.Answer first;
    private final HttpFetch.Answer second;

    private Look(Target target, SampleSeries series, HttpFetch.Answer first, HttpFetch.Answer second) {
        this.target = target;
        this.series = series;
        this.first = first;
        this.second = second;
    }

    /** Watches for a time and keeps all samples. */
    static Look at(Watch watch, long durationNanos, long intervalNanos) {
        HttpFetch.Answer first = begin(watch.target());
        SampleSeries series = watch.series(durationNanos, intervalNanos);
        return new Look(watch.target(), series, first, end(watch.target()));
    }

    /** Watches the pauses for a time, which may be days, and keeps no samples; with 0 an engine's histograms count since its start. */
    static Look atPauses(Watch watch, long durationNanos) {
        HttpFetch.Answer first = durationNanos == 0 ? null : begin(watch.target());
        if (durationNanos > 0) {
            watch.run(watch.loop(Spans.SECOND), durationNanos);
        }
        return new Look(watch.target(), new SampleSeries(), first, end(watch.target()));
    }

    boolean isProcess() {
        return target.isProcess();
    }

    Target target() {
        return target;
    }

    SampleSeries series() {
        return series;
    }

    /** Null for an engine, and for a JVM without counters. */
    PauseRecorder pauses() {
        return target.pauses();
    }

    /** Of an engine; null if its histograms count since its start. */
    HttpFetch.Answer first() {
        return first;
    }

    HttpFetch.Answer second() {
        return second;
    }

    /** Null if the histograms count since the engine's start. */
    Scrape before() {
        return first == null ? null : Scrape.of(first.text());
    }

    Scrape after() {
        return Scrape.of(second.text());
    }

    private static HttpFetch.Answer begin(Target target) {
        if (target.pauses() != null) {
            target.pauses().reset();
        }
        return end(target);
    }

    private static HttpFetch.Answer end(Target target) {
        return target.isProcess() ? null : target.fetch().get(ScrapeCheck.PATH);
    }
}
