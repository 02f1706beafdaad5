package io.windrow.examples.run;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.SignalSink;
import io.windrow.pipeline.sinks.FileSink;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Where signals go, by the setting {@code sink}.
 *
 * @param signals null where they only count.
 * @param lost    signals that could not be written; exact when the pipeline has stopped.
 * @param closing lets go of what is open, when the pipeline has stopped.
 */
record EngineSink(SignalSink signals, LongSupplier lost, Runnable closing) implements AutoCloseable {

    /**
     * Opens what signals are written to.
     *
     * @throws IllegalArgumentException if the file cannot be written, or holds something else.
     */
    static EngineSink open(RunSettings settings, InstrumentRegistry instruments) {
        return switch (settings.text(RunKey.SINK)) {
            case "log" -> log(instruments);
            case "file" -> file(Path.of(settings.text(RunKey.SINK_FILE)), instruments);
            default -> new EngineSink(null, () -> 0, () -> { });
        };
    }

    private static EngineSink log(InstrumentRegistry instruments) {
        LogSink sink = new LogSink(instruments, new FileOutputStream(FileDescriptor.out));
        return new EngineSink(sink, sink::lostCount, () -> { });
    }

    /** Signals are added to what an earlier run has written. */
    private static EngineSink file(Path path, InstrumentRegistry instruments) {
        try {
            FileSink sink = FileSink.builder(path, instruments).ifThere(FileSink.IfThere.APPEND).open();
            return new EngineSink(sink, () -> sink.lostCount() + sink.waitingCount(), sink::close);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("sink-file must be a file of signals that can be written, or none yet: sink-file=" + path,
                e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
