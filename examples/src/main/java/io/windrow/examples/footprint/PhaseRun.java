package io.windrow.examples.footprint;

import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.examples.ops.watched.SampleLoop;
import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.ops.watched.Target;
import io.windrow.metrics.Figure;
import io.windrow.metrics.PauseRecorder;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SourceLostException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** One process from its start to its end: warmed up, watched, scraped once a second, read at last, and stopped in order. */
final class PhaseRun {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long ANSWER_NANOS = 10 * SECOND_NANOS;
    private static final double P95 = 95;

    private final Path folder;
    private final StopRequest stop;
    private final long warmUpNanos;
    private final long steadyNanos;
    private final DoubleConsumer progress;
    private Scraped newest;
    private long mostFiles;

    PhaseRun(Path folder, StopRequest stop, PhaseTime time, DoubleConsumer progress) {
        this.folder = folder;
        this.stop = stop;
        this.warmUpNanos = time.warmUpSeconds() * SECOND_NANOS;
        this.steadyNanos = time.steadySeconds() * SECOND_NANOS;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws LaunchFailedException if the process fails, with the reason it gave.
     */
    PhaseResult run(EngineProfile profile, Pace pace) throws LaunchFailedException {
        try (EngineProcess engine = EngineProcess.start(profile, pace.settings(), folder)) {
            String address = engine.awaitAddress();
            try (Target target = Target.ofProcess(engine.pid())) {
                PhaseResult result = watch(target, new HttpFetch(address, ANSWER_NANOS));
                engine.stop();
                return result;
            } catch (SourceLostException | UncheckedIOException | IllegalStateException e) {
                throw engine.failure("the engine was lost, " + e.getMessage(), e);
            }
        }
    }

    private PhaseResult watch(Target target, HttpFetch fetch) throws LaunchFailedException {
        double all = warmUpNanos + steadyNanos;
        SampleListener scrape = sample -> look(fetch, sample);
        Sample warm = loop(target, scrape, warmUpNanos, share -> progress.accept(share * warmUpNanos / all));
        long collections = warm.get(Figure.COLLECTIONS);
        long stops = warm.get(Figure.STOPS);
        Scraped before = newest;
        PauseRecorder pauses = target.pauses();
        if (pauses != null) {
            pauses.reset();
        }
        Sample end = loop(target, scrape, steadyNanos, share -> progress.accept((warmUpNanos + share * steadyNanos) / all));
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        put(figures, Measure.COLLECTIONS, end.get(Figure.COLLECTIONS) - collections);
        put(figures, Measure.STOPS, end.get(Figure.STOPS) - stops);
        put(figures, Measure.PAUSE_P95, pauses == null ? Double.NaN : pauses.percentileNanos(P95));
        put(figures, Measure.PAUSE_LONGEST, pauses == null ? Double.NaN : pauses.maxBoundNanos());
        put(figures, Measure.CLASSES, end.get(Figure.CLASSES));
        put(figures, Measure.THREADS, end.get(Figure.THREADS));
        put(figures, Measure.OPEN_FILES, mostFiles);
        latency(figures, before);
        ProcessFacts facts = ProcessFacts.read(target.pid(), end, newest.offHeap());
        figures.putAll(facts.memory());
        return new PhaseResult(figures, newest.eventsPerSecondSince(before), facts);
    }

    private void latency(Map<Measure, Double> figures, Scraped before) {
        put(figures, Measure.LATENCY_P50, newest.latencyNanosSince(before, 0.5));
        put(figures, Measure.LATENCY_P95, newest.latencyNanosSince(before, 0.95));
        put(figures, Measure.LATENCY_P99, newest.latencyNanosSince(before, 0.99));
    }

    private Sample loop(Target target, SampleListener listener, long nanos, DoubleConsumer shown) throws LaunchFailedException {
        SampleLoop loop = new SampleLoop(target, SECOND_NANOS, stop).tell(listener).progress(shown);
        loop.run(nanos);
        if (stop.isRequested()) {
            throw new LaunchFailedException("stopped before the end", null);
        }
        return loop.newest();
    }

    private void look(HttpFetch fetch, Sample sample) {
        newest = Scraped.of(fetch);
        mostFiles = Math.max(mostFiles, sample.get(Figure.OPEN_FILES));
    }

    private static void put(Map<Measure, Double> figures, Measure measure, double value) {
        if (!Double.isNaN(value) && value >= 0) {
            figures.put(measure, value);
        }
    }
}
