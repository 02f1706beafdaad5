package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Rows from files, one file after another and in its own order, {@link FeedOptions#passes()} times. Nothing is allocated per line. What
 * a line lacks to be a row is in the {@link #report()}, not in an exception.
 *
 * <p>One thread; {@link #progress()} may be looked at from any. The first call of {@link #next} checks that all files are there.
 */
public final class FileCursor implements FeedCursor {

    private final FeedReader reader;
    private final FeedOptions options;
    private final InstrumentRegistry registry;
    private final long lagNanos;
    private final ReadProgress progress;
    private final FeedReport report = new FeedReport();
    private final PassTimes passes;
    /** Null before the first row is wanted: only then is the registry complete. */
    private ReplaySink sink;
    /** Whether the cursor was rewound or closed. */
    private boolean begun;

    /**
     * Creates a cursor before the first row.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the first row is fetched.
     * @throws IllegalArgumentException if there is no file.
     */
    public FileCursor(List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        this(files, options, registry, 0);
    }

    /**
     * Creates a cursor before the first row, of rows that become known some time after the time they carry: candles carry the time
     * at which they opened, and nobody has them before they are closed.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the first row is fetched.
     * @param lagNanos how much {@link #timeNanos()} is behind the time that a listener is given; 0 or more.
     * @throws IllegalArgumentException if there is no file, or the lag is negative.
     */
    public FileCursor(List<Path> files, FeedOptions options, InstrumentRegistry registry, long lagNanos) {
        this(files, options, registry, lagNanos, new ReadProgress());
    }

    FileCursor(List<Path> files, FeedOptions options, InstrumentRegistry registry, long lagNanos, ReadProgress progress) {
        this.options = Objects.requireNonNull(options, "options");
        this.registry = Objects.requireNonNull(registry, "registry");
        if (lagNanos < 0) {
            throw new IllegalArgumentException("lag must not be negative: lagNanos=" + lagNanos);
        }
        this.lagNanos = lagNanos;
        this.progress = progress;
        reader = new FeedReader(files, options, progress);
        passes = new PassTimes(options.passes(), passUnitNanos());
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            rewind(0);
        }
        while (!reader.next(report, sink)) {
            if (!passes.next()) {
                return false;
            }
            reader.rewind();
        }
        passes.note(reader.fields().timeNanos());
        return true;
    }

    @Override
    public int instrumentId() {
        return sink.instrumentId();
    }

    @Override
    public long timeNanos() {
        return ownTimeNanos() + lagNanos;
    }

    @Override
    public void deliver(MarketListener listener) {
        sink.deliver(listener, ownTimeNanos(), reader.fields());
    }

    /**
     * Appends what stands in a column of the row, as it stands in the file. Of the times, those of {@code csv}, {@code csv-candles} and
     * {@code binance-klines} are known by their text.
     *
     * @param column any.
     * @param into   is appended to, each byte as a character of ISO 8859-1.
     * @return whether the row has the column; nothing is appended otherwise.
     */
    public boolean appendText(FeedColumn column, StringBuilder into) {
        RowFields fields = reader.fields();
        if (!fields.has(column)) {
            return false;
        }
        byte[] text = reader.text();
        for (int i = fields.from(column); i < fields.to(column); i++) {
            into.append((char) (text[i] & 0xFF));
        }
        return true;
    }

    private long ownTimeNanos() {
        return reader.fields().timeNanos() + passes.shiftNanos();
    }

    @Override
    public void rewind(long shiftNanos) throws IOException {
        if (sink == null) {
            reader.begin(options.passes());
            sink = new ReplaySink(registry, options);
        }
        begun = true;
        reader.rewind();
        passes.restart(shiftNanos);
    }

    @Override
    public long passUnitNanos() {
        return options.contents().contains(FeedContent.CANDLES) ? PassTimes.DAY_NANOS : PassTimes.HOUR_NANOS;
    }

    /**
     * {@inheritDoc}
     *
     * @return the report, of all passes together.
     */
    @Override
    public FeedReport report() {
        return report;
    }

    @Override
    public ReadProgress progress() {
        return progress;
    }

    @Override
    public void close() throws IOException {
        begun = true;
        passes.end();
        reader.close();
    }
}
