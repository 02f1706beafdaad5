package io.windrow.pipeline.sinks;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.SignalSink;
import io.windrow.pools.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Writes signals into a file: one line of CSV for each, after a line with the names of the columns.
 *
 * <pre>
 *   event,time_nanos,symbol,side,price,frame,strategy
 *   10482,1723161255000000000,BTCUSDT,BUY,61837.63,1s,0
 * </pre>
 *
 * <p>{@code event} is the number of the event that led to it, {@code time_nanos} the open time of its candle or the time of its event, in
 * nanoseconds since the epoch, {@code price} exact with the instrument's decimals, {@code frame} as {@link io.windrow.buffers.Timeframe}
 * writes it, empty where it was no candle, {@code strategy} the strategy's number. Symbols with a comma, a quote or a line break are
 * quoted as RFC 4180 has it. Text is UTF-8, lines end in LF. Nothing in it depends on the time of the run: a replay of the same data
 * writes the same bytes.
 *
 * <p>Lines are gathered in a direct buffer and written when it is full, when no signal comes at the moment, when signals have come for
 * {@link FileSinkBuilder#writeEvery} without a pause, and when the pipeline stops. Beside that nothing is allocated. Writing blocks: give
 * the sink a thread of its own ({@link io.windrow.pipeline.PipelineBuilder#sinkOnOwnThread}).
 *
 * <p>A write that fails is counted, thrown, and so among the pipeline's faults; the lines wait in the buffer, and the next write tries
 * again. A signal that finds no room in a full buffer is counted as lost.
 *
 * <p>Threads: as {@link SignalSink}; the counts are for any thread; {@link #close} when the pipeline has stopped.
 */
public final class FileSink implements SignalSink, AutoCloseable {

    private final SignalFile file;
    private final SignalCsv csv;
    private final ByteBuffer buffer;
    private final long everyNanos;
    private final boolean forced;
    private long writtenNanos = System.nanoTime();
    private boolean closed;
    // Written by the sink's thread only.
    private volatile long taken;
    private volatile long lost;
    private volatile long waiting;
    private volatile long errors;
    private volatile IOException lastError;

    FileSink(SignalFile file, FileSinkBuilder settings) {
        this.file = file;
        csv = new SignalCsv(settings.registry);
        everyNanos = settings.everyNanos;
        forced = settings.forced;
        buffer = ByteBuffer.allocateDirect(Math.max(settings.bufferBytes, csv.mostBytes()));
    }

    /** What becomes of a file that is there already. */
    public enum IfThere {
        /** It is not touched; opening fails. */
        REFUSE,
        /** Lines are added behind its last. */
        APPEND,
        /** It is emptied. */
        REPLACE
    }

    /**
     * Begins a sink.
     *
     * @param path     the file.
     * @param registry the instruments, all registered.
     * @return its settings.
     */
    public static FileSinkBuilder builder(Path path, InstrumentRegistry registry) {
        return new FileSinkBuilder(path, registry);
    }

    /**
     * Takes a signal's line, and closes the signal.
     *
     * @throws UncheckedIOException  if writing fails; the signal is lost only if the buffer has no room for it.
     * @throws IllegalStateException if the sink is closed; the signal is counted as lost.
     */
    @Override
    public void onSignal(Signal signal) {
        try (signal) {
            if (closed) {
                lost = lost + 1;
                throw new IllegalStateException("file sink is closed: file=" + file.path());
            }
            makeRoom();
            csv.append(signal, buffer);
            taken = taken + 1;
            waiting = waiting + 1;
        }
        if (System.nanoTime() - writtenNanos >= everyNanos) {
            write();
        }
    }

    private void makeRoom() {
        if (buffer.remaining() >= csv.mostBytes()) {
            return;
        }
        try {
            write();
        } catch (UncheckedIOException e) {
            lost = lost + 1;
            throw e;
        }
    }

    /**
     * Writes what was gathered.
     *
     * @throws UncheckedIOException if writing fails.
     */
    @Override
    public void onIdle() {
        write();
    }

    /**
     * Writes what was gathered.
     *
     * @throws UncheckedIOException if writing fails.
     */
    @Override
    public void onStop() {
        write();
    }

    private void write() {
        writtenNanos = System.nanoTime();
        if (buffer.position() == 0) {
            return;
        }
        buffer.flip();
        try {
            file.write(buffer);
            if (forced) {
                file.force();
            }
        } catch (IOException e) {
            errors = errors + 1;
            lastError = e;
            throw new UncheckedIOException("signals must be written: file=" + file.path() + ", waitingBytes=" + buffer.remaining(), e);
        } finally {
            waiting = linesLeft();
            buffer.compact();
        }
    }

    /** Of lines, since of the first a part may be written. */
    private long linesLeft() {
        long lines = 0;
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            lines += buffer.get(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /**
     * Writes what was gathered and closes the file, also where writing fails. Closing again does nothing.
     *
     * @throws UncheckedIOException if writing or closing fails.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            write();
        } finally {
            closeFile();
        }
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("file must be closed: file=" + file.path(), e);
        }
    }

    /**
     * Signals whose lines were gathered.
     *
     * @return the count, those still in the buffer included.
     */
    public long signalCount() {
        return taken;
    }

    /**
     * Signals that found no room because the file could not be written, or came after closing.
     *
     * @return the count.
     */
    public long lostCount() {
        return lost;
    }

    /**
     * Signals whose lines are gathered and not yet written, or not to their end; above 0 when the pipeline has stopped, they could not be
     * written. They are counted by their line ends.
     *
     * @return the count.
     */
    public long waitingCount() {
        return waiting;
    }

    /**
     * Writes that failed.
     *
     * @return the count.
     */
    public long errorCount() {
        return errors;
    }

    /**
     * Why the last write that failed did so.
     *
     * @return the exception, null if none has failed.
     */
    public IOException lastError() {
        return lastError;
    }
}
