package io.windrow.examples.run;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.SignalSink;
import io.windrow.pipeline.sinks.SignalCsv;
import io.windrow.pools.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Writes signals to a stream, in the lines of {@link io.windrow.pipeline.sinks.FileSink} and without its first. What was gathered is
 * written when no signal waits, so that nothing is held back for long. A stream cannot be written to the same place again, so lines that it
 * does not take are lost, and counted. Nothing is allocated for a signal.
 *
 * <p>One thread writes; the count is for any.
 */
final class LogSink implements SignalSink {

    private static final int BUFFER_BYTES = 8192;

    private final SignalCsv csv;
    private final OutputStream out;
    private final ByteBuffer lines;
    private long gathered;
    private volatile long lost;

    LogSink(InstrumentRegistry instruments, OutputStream out) {
        csv = new SignalCsv(instruments);
        this.out = out;
        lines = ByteBuffer.allocate(Math.max(BUFFER_BYTES, csv.mostBytes()));
    }

    @Override
    public void onSignal(Signal signal) {
        try (signal) {
            csv.append(signal, lines);
            gathered++;
        }
        if (lines.remaining() < csv.mostBytes()) {
            write();
        }
    }

    @Override
    public void onIdle() {
        write();
    }

    @Override
    public void onStop() {
        write();
    }

    private void write() {
        try {
            out.write(lines.array(), 0, lines.position());
        } catch (IOException e) {
            lost += gathered;
            throw new UncheckedIOException("signals must be written to the log: signals=" + gathered, e);
        } finally {
            lines.clear();
            gathered = 0;
        }
    }

    /** Signals that could not be written. */
    long lostCount() {
        return lost;
    }
}
