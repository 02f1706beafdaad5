package io.windrow.examples.prove.child;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.examples.prove.engines.Engine;
import io.windrow.examples.prove.engines.EngineSetup;
import io.windrow.examples.prove.engines.Engines;
import io.windrow.examples.prove.engines.WaitStrategies;
import io.windrow.metrics.CollectorStatistics;
import io.windrow.metrics.ProcessSampler;
import java.io.IOException;
import java.nio.file.Path;

/** The JVM of one engine. Takes the specification file as its only argument; ends with 1 and one line of text if the run fails. */
public final class EngineProcess {

    private static final Timeframe[] TIMEFRAMES = {Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)};
    private static final int SAMPLE_MILLIS = 5;
    private static final int SERIES_POINTS = 400;

    private final RunSpec spec;
    private final SignalRecorder signals = new SignalRecorder();
    private Thread consumer;

    private EngineProcess(RunSpec spec) {
        this.spec = spec;
    }

    /**
     * Runs an engine.
     *
     * @param args the file of a {@link RunSpec}.
     */
    public static void main(String[] args) {
        ParentWatch.begin();
        try {
            new EngineProcess(RunSpec.read(Path.of(args[0]))).run();
        } catch (IOException | RuntimeException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        // The consumer threads of the rivals may still be waiting for a trade.
        Runtime.getRuntime().halt(0);
    }

    private void run() throws IOException {
        InstrumentRegistry instruments = spec.input().registry();
        EngineSetup setup = new EngineSetup(instruments, TIMEFRAMES, spec.candles(), spec.tradeWindow(), spec.ringSize(),
            () -> WaitStrategies.of(spec.waiting()), this::consumerThread, signals);
        try (CollectorStatistics collector = CollectorStatistics.self();
            ProcessSampler sampler = ProcessSampler.builder().statistics(collector).intervalMillis(SAMPLE_MILLIS)
                .points(SERIES_POINTS).start();
            Engine engine = Engines.open(spec.engine(), setup)) {
            engine.start();
            measure(engine, sampler, collector, instruments);
        }
    }

    private void measure(Engine engine, ProcessSampler sampler, CollectorStatistics collector, InstrumentRegistry instruments)
        throws IOException {
        MeasuredReplay replay = new MeasuredReplay(engine, spec.phases(), sampler, consumer);
        spec.input().open(instruments).replay(replay);
        check(engine, replay);
        Measurements measurements = new Measurements();
        measurements.process(sampler, collector);
        measurements.pauses(sampler.pauses());
        measurements.curves(sampler);
        measurements.replay(replay);
        measurements.signals(signals);
        ResultFile.write(measurements.finish(engine, spec.engine(), signals, new WindowsHash()), spec.result());
    }

    private void check(Engine engine, MeasuredReplay replay) {
        if (engine.fault() != null) {
            throw new IllegalStateException("engine failed: engine=" + spec.engine() + ", " + engine.fault(), engine.fault());
        }
        if (replay.published() != spec.phases().total()) {
            throw new IllegalStateException("input must not change between runs: trades=" + replay.published()
                + ", expected=" + spec.phases().total());
        }
    }

    private Thread consumerThread(Runnable task) {
        consumer = new Thread(task, "consumer");
        consumer.setDaemon(true);
        return consumer;
    }
}
