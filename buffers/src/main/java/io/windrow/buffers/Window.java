package io.windrow.buffers;

import java.util.Objects;

/**
 * A ring of rows of {@code long}s outside the heap: the newest {@link #capacity()} rows, the older ones overwritten.
 *
 * <p>Single writer: the thread that appends, which also reads by index (0 is the newest row). Other threads read by sequence
 * with the {@code read} methods; a sequence names a row for ever. Size is fixed at opening; no method allocates but on error.
 *
 * @param <F> the values of a row.
 */
public abstract class Window<F extends WindowField> extends Ring implements AutoCloseable {

    /** Sequence of the newest row of a window without rows. */
    public static final long NO_SEQUENCE = -1;

    private final Instrument instrument;

    Window(WindowPlace place, WindowShape shape, Instrument instrument, long step) {
        super(place, shape);
        this.instrument = instrument;
        describe(instrument, step);
    }

    /**
     * What the rows are about.
     *
     * @return the instrument.
     */
    public final Instrument instrument() {
        return instrument;
    }

    /**
     * Most rows kept.
     *
     * @return rows.
     */
    public final int capacity() {
        return rowCapacity();
    }

    /**
     * Rows that can be read now. For the writing thread.
     *
     * @return 0 to {@link #capacity()}.
     * @throws IllegalStateException if the window is closed.
     */
    public final int size() {
        checkOpen();
        return rowsKept();
    }

    /**
     * Sequence of the newest complete row. For any thread.
     *
     * @return the sequence, or {@link #NO_SEQUENCE} where there was none yet; without rows in a {@link WindowCache}, the number before
     *         that of the next row, which names no row of this window.
     * @throws IllegalStateException if the window is closed.
     */
    public final long newestSequence() {
        return rowsWrittenAcquire() - 1;
    }

    /**
     * Sequence of the oldest row that is still kept. For any thread; a concurrent writer may overwrite it at any time.
     *
     * @return the sequence; that of the next row where there is none.
     * @throws IllegalStateException if the window is closed.
     */
    public final long oldestSequence() {
        return oldestAcquire();
    }

    /**
     * Bytes of the window's own rows and header, what aligns it left out.
     *
     * @return bytes: capacity × bytes of a row, and a header of 72.
     */
    public final long memoryBytes() {
        return shapeBytes();
    }

    /**
     * Whether the window can be used no more.
     *
     * @return true after {@link #close()}, and while its place is handed on.
     */
    public final boolean isClosed() {
        return block().isClosed();
    }

    /**
     * Gives the window's bytes back. Every later call but this one, {@link #isClosed()} and what is constant throws. A window of a
     * group only leaves it: its bytes are the group's.
     */
    @Override
    public final void close() {
        if (isAlone()) {
            block().close();
        } else {
            leave();
        }
    }

    /**
     * A value of a row, exact.
     *
     * @param field which.
     * @param ago   0 for the newest row.
     * @return as the field's unit says: nanoseconds, mantissa or count.
     * @throws IndexOutOfBoundsException if no such row is kept.
     * @throws IllegalArgumentException  if the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final long value(F field, int ago) {
        return get(columnOf(field), ago);
    }

    /**
     * A value of a row, as the nearest double.
     *
     * @param field which.
     * @param ago   0 for the newest row.
     * @return the value at scale 0.
     * @throws IndexOutOfBoundsException if no such row is kept.
     * @throws IllegalArgumentException  if the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final double valueAsDouble(F field, int ago) {
        return Decimals.toDouble(value(field, ago), decimals(field));
    }

    /**
     * Copies a column of the newest rows, in the order of time: the newest comes last.
     *
     * @param field  which column.
     * @param count  rows, 1 to {@link #size()}.
     * @param into   receives the exact values.
     * @param offset of the oldest row's value in the array.
     * @throws IndexOutOfBoundsException if fewer rows are kept, or the array is too short.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final void copy(F field, int count, long[] into, int offset) {
        int column = columnOf(field);
        checkCount(count);
        Objects.checkFromIndexSize(offset, count, into.length);
        ColumnScan.copy(this, column, count, into, offset);
    }

    /**
     * Copies a column of the newest rows as the nearest doubles, in the order of time: the newest comes last.
     *
     * @param field  which column.
     * @param count  rows, 1 to {@link #size()}.
     * @param into   receives the values at scale 0.
     * @param offset of the oldest row's value in the array.
     * @throws IndexOutOfBoundsException if fewer rows are kept, or the array is too short.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final void copyAsDouble(F field, int count, double[] into, int offset) {
        int column = columnOf(field);
        checkCount(count);
        Objects.checkFromIndexSize(offset, count, into.length);
        ColumnScan.copyAsDouble(this, column, count, decimals(field), into, offset);
    }

    /**
     * Sum of a column over the newest rows, exact.
     *
     * @param field which column.
     * @param count rows, 1 to {@link #size()}.
     * @return the sum at the field's scale.
     * @throws ArithmeticException       if the sum does not fit a {@code long}.
     * @throws IndexOutOfBoundsException if fewer rows are kept.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final long sum(F field, int count) {
        return ColumnScan.sum(this, columnOf(field), checkCount(count));
    }

    /**
     * Smallest value of a column over the newest rows.
     *
     * @param field which column.
     * @param count rows, 1 to {@link #size()}.
     * @return the value, exact.
     * @throws IndexOutOfBoundsException if fewer rows are kept.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final long minimum(F field, int count) {
        return ColumnScan.minimum(this, columnOf(field), checkCount(count));
    }

    /**
     * Largest value of a column over the newest rows.
     *
     * @param field which column.
     * @param count rows, 1 to {@link #size()}.
     * @return the value, exact.
     * @throws IndexOutOfBoundsException if fewer rows are kept.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final long maximum(F field, int count) {
        return ColumnScan.maximum(this, columnOf(field), checkCount(count));
    }

    /**
     * Arithmetic mean of a column over the newest rows, of the exact sum: the nearest double where the sum has at most 53 bits, else
     * at most two units in the last place beside it, and four where the sum does not fit a {@code long}.
     *
     * @param field which column.
     * @param count rows, 1 to {@link #size()}.
     * @return the mean at scale 0.
     * @throws IndexOutOfBoundsException if fewer rows are kept.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final double mean(F field, int count) {
        return ColumnScan.mean(this, columnOf(field), checkCount(count), decimals(field));
    }

    /**
     * Standard deviation of the population of a column over the newest rows, in two passes.
     *
     * @param field which column.
     * @param count rows, 1 to {@link #size()}.
     * @return the deviation at scale 0; 0 for one row.
     * @throws IndexOutOfBoundsException if fewer rows are kept.
     * @throws IllegalArgumentException  if the count is not positive, or the window does not keep this field.
     * @throws IllegalStateException     if the window is closed.
     */
    public final double deviation(F field, int count) {
        return ColumnScan.deviation(this, columnOf(field), checkCount(count), decimals(field));
    }

    /**
     * Copies consecutive rows, all of them or none. For any thread; never blocks the writer, never waits for it, allocates nothing.
     *
     * @param sequence of the first row.
     * @param count    rows, 1 to the snapshot's capacity and the window's.
     * @param into     receives its columns of them, the first row at 0; undefined unless the answer is {@link ReadStatus#OK}.
     * @return whether it did.
     * @throws IllegalArgumentException if the count is out of range, or the window does not keep one of the columns.
     * @throws IllegalStateException    if the window is closed.
     */
    public final ReadStatus readRange(long sequence, int count, RangeSnapshot<F> into) {
        checkOpen();
        into.begin(sequence, count, rowCapacity(), columns());
        return copyRows(sequence, count, into.columns, into.values);
    }

    /** Takes a place that another window gave up; without rows at first. */
    final void moveTo(WindowPlace place) {
        takeOver(place);
        describe(instrument, step());
    }

    /** Copies a row for another thread; {@code into} gets one value for each of its columns. */
    final ReadStatus readRow(long sequence, long[] into) {
        return copyRow(sequence, into);
    }

    final long get(int column, int ago) {
        checkAgo(ago);
        return block().getLongAt(indexOf(column, ago));
    }

    /** What the header says of the step. */
    long step() {
        return 0;
    }

    /** How the error names this window. */
    abstract String description();

    final int columnOf(F field) {
        int column = field.column();
        if (column >= columns()) {
            checkOpen();
            throw new IllegalArgumentException(
                "the window's layout does not keep this field: field=" + field + ", window=" + description());
        }
        return column;
    }

    private int decimals(F field) {
        return field.unit().decimals(instrument);
    }

    private int checkCount(int count) {
        if (count <= 0) {
            checkOpen();
            throw new IllegalArgumentException("count must be positive: count=" + count);
        }
        checkAgo(count - 1);
        return count;
    }

    private void checkAgo(int ago) {
        if (ago < 0 || ago >= rowsKept()) {
            throw noSuchRow(ago);
        }
    }

    final void checkOpen() {
        if (block().isClosed()) {
            throw new IllegalStateException("window is closed: " + description() + ", block=" + block());
        }
    }

    private RuntimeException noSuchRow(int ago) {
        checkOpen();
        return new IndexOutOfBoundsException("row is evicted or not yet written: ago=" + ago + ", sequence=" + (rowsWritten() - 1 - ago)
            + ", oldest kept=" + oldestSequence() + ", newest=" + newestSequence() + ", instrument=" + instrument.symbol());
    }
}
