package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * The last quotes of one instrument, in the order of arrival. Single writer: see {@link Window}. Index 0 is the newest quote. A window
 * takes 40 bytes a quote and 72 more, and 64 if it is opened alone.
 */
public final class QuoteWindow extends Window<QuoteField> {

    /** The owner of all quote windows' bytes, as the ledger shows it. */
    public static final String TAG = "quotes";

    QuoteWindow(WindowPlace place, WindowShape shape, Instrument instrument) {
        super(place, shape, instrument, 0);
    }

    /**
     * Opens an empty window.
     *
     * @param memory     what it takes its bytes from, under the tag {@code quotes}.
     * @param instrument what is quoted.
     * @param capacity   quotes kept; positive.
     * @return the window.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static QuoteWindow open(OffHeapMemory memory, Instrument instrument, int capacity) {
        Objects.requireNonNull(instrument, "instrument");
        WindowShape shape = QuoteLayout.shape(capacity);
        return new QuoteWindow(WindowPlace.alone(memory, TAG, shape), shape, instrument);
    }

    /**
     * What one window's own rows and header take, before it is aligned with others.
     *
     * @param capacity quotes kept.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public static long windowBytes(int capacity) {
        return QuoteLayout.shape(capacity).bytes();
    }

    /**
     * What a window opened alone takes from the budget.
     *
     * @param capacity quotes kept.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public static long footprintBytes(int capacity) {
        return OffHeapMemory.footprintBytes(windowBytes(capacity));
    }

    /**
     * Appends a quote. For the writing thread. A bid above the ask is kept as it is: feeds have such moments.
     *
     * @param timeNanos when it was made, nanoseconds since the epoch.
     * @param bid       mantissa at the price scale.
     * @param bidSize   mantissa at the quantity scale, 0 where the feed gives none.
     * @param ask       mantissa at the price scale.
     * @param askSize   mantissa at the quantity scale, 0 where the feed gives none.
     * @throws IllegalStateException if the window is closed.
     */
    public void append(long timeNanos, long bid, long bidSize, long ask, long askSize) {
        appendRow(timeNanos, bid, bidSize, ask, askSize);
    }

    /**
     * When a quote was made.
     *
     * @param ago 0 for the newest quote.
     * @return nanoseconds since the epoch.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long timeNanos(int ago) {
        return get(QuoteLayout.TIME, ago);
    }

    /**
     * Best price of a buyer.
     *
     * @param ago 0 for the newest quote.
     * @return mantissa at the price scale.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long bid(int ago) {
        return get(QuoteLayout.BID, ago);
    }

    /**
     * Quantity at the bid.
     *
     * @param ago 0 for the newest quote.
     * @return mantissa at the quantity scale, 0 where the feed gives none.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long bidSize(int ago) {
        return get(QuoteLayout.BID_SIZE, ago);
    }

    /**
     * Best price of a seller.
     *
     * @param ago 0 for the newest quote.
     * @return mantissa at the price scale.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long ask(int ago) {
        return get(QuoteLayout.ASK, ago);
    }

    /**
     * Quantity at the ask.
     *
     * @param ago 0 for the newest quote.
     * @return mantissa at the quantity scale, 0 where the feed gives none.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long askSize(int ago) {
        return get(QuoteLayout.ASK_SIZE, ago);
    }

    /**
     * What a buyer at the ask pays above a seller at the bid.
     *
     * @param ago 0 for the newest quote.
     * @return mantissa at the price scale; negative where the quote is crossed.
     * @throws ArithmeticException       if it does not fit a {@code long}.
     * @throws IndexOutOfBoundsException if no such quote is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long spread(int ago) {
        return Math.subtractExact(ask(ago), bid(ago));
    }

    /**
     * Copies one quote, whole or not at all. For any thread; never blocks the writer, never waits for it, allocates nothing.
     *
     * @param sequence the quote's number, as {@link #newestSequence()} counts them.
     * @param into     receives it.
     * @return whether it did.
     * @throws IllegalStateException if the window is closed.
     */
    public ReadStatus read(long sequence, QuoteSnapshot into) {
        return readRow(sequence, into.values);
    }

    @Override
    String description() {
        return "quotes of " + instrument().symbol();
    }
}
