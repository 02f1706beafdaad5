package io.windrow.buffers;

import io.windrow.buffers.memory.MemorySlab;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * A fixed number of windows shared by more instruments than fit: who asks for the window of an instrument that has none gets the
 * place of the one that was asked for least recently. That one is closed for its readers and loses its rows; they are never another
 * instrument's.
 *
 * <p>The window object of an instrument is made when it is first asked for and lasts: its sequences only grow, with a leap
 * whenever it gets a place again. From then on nothing is allocated. For one thread, which also writes the windows; other threads may
 * read them as any window, and get {@link ReadStatus#EVICTED} or an {@link IllegalStateException} once a place is handed on.
 *
 * @param <W> the kind of window.
 */
public final class WindowCache<W extends Window<?>> implements AutoCloseable {

    private static final int NOBODY = -1;

    private final InstrumentRegistry instruments;
    private final BiFunction<WindowPlace, Instrument, W> factory;
    private final MemorySlab slab;
    private final WindowPlace[] places;
    /** By instrument: its window, and the place it has or {@link #NOBODY}. */
    private final Object[] windows;
    private final int[] placeOf;
    /** By place: the instrument that has it, and its neighbours in the order of use; the last entry is head and tail of that ring. */
    private final int[] ownerOf;
    private final int[] newer;
    private final int[] older;
    private long hits;
    private long misses;
    private long evictions;

    private WindowCache(InstrumentRegistry instruments, int count, MemorySlab slab, BiFunction<WindowPlace, Instrument, W> factory) {
        this.instruments = instruments;
        this.factory = factory;
        this.slab = slab;
        places = new WindowPlace[count];
        windows = new Object[instruments.size()];
        placeOf = new int[windows.length];
        ownerOf = new int[count];
        Arrays.fill(placeOf, NOBODY);
        Arrays.fill(ownerOf, NOBODY);
        newer = new int[count + 1];
        older = new int[count + 1];
        for (int place = 0; place < count; place++) {
            places[place] = WindowPlace.in(slab, place);
        }
        for (int i = 0; i <= count; i++) {
            newer[i] = i == 0 ? count : i - 1;
            older[i] = i == count ? 0 : i + 1;
        }
    }

    /**
     * A cache of candle windows.
     *
     * @param memory      what they take their bytes from, all at once.
     * @param instruments all registered so far can be asked for.
     * @param spec        what each window holds.
     * @param count       how many windows; positive, and together at most a gibibyte.
     * @return a cache in which no instrument has a window.
     * @throws IllegalArgumentException if a number is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowCache<CandleWindow> ofCandles(OffHeapMemory memory, InstrumentRegistry instruments, CandleSpec spec, int count) {
        WindowShape shape = spec.shape();
        MemorySlab slab = openSlab(memory, CandleWindow.TAG, shape, count);
        return new WindowCache<>(instruments, count, slab,
            (place, instrument) -> new CandleWindow(place, shape, instrument, spec, instrument.id()));
    }

    /**
     * A cache of trade windows.
     *
     * @param memory      what they take their bytes from, all at once.
     * @param instruments all registered so far can be asked for.
     * @param capacity    trades kept in each; positive.
     * @param count       how many windows; positive, and together at most a gibibyte.
     * @return a cache in which no instrument has a window.
     * @throws IllegalArgumentException if a number is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowCache<TradeWindow> ofTrades(OffHeapMemory memory, InstrumentRegistry instruments, int capacity, int count) {
        WindowShape shape = TradeLayout.shape(capacity);
        MemorySlab slab = openSlab(memory, TradeWindow.TAG, shape, count);
        return new WindowCache<>(instruments, count, slab, (place, instrument) -> new TradeWindow(place, shape, instrument));
    }

    /**
     * A cache of quote windows.
     *
     * @param memory      what they take their bytes from, all at once.
     * @param instruments all registered so far can be asked for.
     * @param capacity    quotes kept in each; positive.
     * @param count       how many windows; positive, and together at most a gibibyte.
     * @return a cache in which no instrument has a window.
     * @throws IllegalArgumentException if a number is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowCache<QuoteWindow> ofQuotes(OffHeapMemory memory, InstrumentRegistry instruments, int capacity, int count) {
        WindowShape shape = QuoteLayout.shape(capacity);
        MemorySlab slab = openSlab(memory, QuoteWindow.TAG, shape, count);
        return new WindowCache<>(instruments, count, slab, (place, instrument) -> new QuoteWindow(place, shape, instrument));
    }

    /** One block only: a reader that races with a hand-over must find itself within the same bytes. */
    private static MemorySlab openSlab(OffHeapMemory memory, String tag, WindowShape shape, int count) {
        if (count <= 0 || MemorySlab.strideBytes(shape.bytes()) > OffHeapMemory.MAX_BLOCK_BYTES / count) {
            throw new IllegalArgumentException("count must be positive and the windows together at most " + OffHeapMemory.MAX_BLOCK_BYTES
                + " bytes: count=" + count + ", windowBytes=" + shape.bytes());
        }
        return MemorySlab.open(memory, tag, shape.bytes(), count);
    }

    /**
     * The window of an instrument, which is the most recently used from now on. Without rows if it had no place, or was closed: then
     * it is open again.
     *
     * @param instrumentId the instrument.
     * @return its window.
     * @throws IndexOutOfBoundsException if there was no such instrument when the cache was opened.
     * @throws IllegalStateException     if the cache is closed.
     */
    public W get(int instrumentId) {
        int place = placeOf[instrumentId];
        if (place != NOBODY && !windowOf(instrumentId).isClosed()) {
            hits++;
        } else {
            place = handOver(instrumentId, place == NOBODY ? newer[places.length] : place);
        }
        use(place);
        return windowOf(instrumentId);
    }

    /**
     * The window of an instrument if it has a place; this does not count as a use.
     *
     * @param instrumentId the instrument.
     * @return its window, or null.
     * @throws IndexOutOfBoundsException if there was no such instrument when the cache was opened.
     */
    public W peek(int instrumentId) {
        return placeOf[instrumentId] == NOBODY ? null : windowOf(instrumentId);
    }

    /**
     * How many windows there are.
     *
     * @return the count.
     */
    public int capacity() {
        return places.length;
    }

    /**
     * Asked for while it had a place.
     *
     * @return the count since opening.
     */
    public long hits() {
        return hits;
    }

    /**
     * Asked for while it had no place, or was closed.
     *
     * @return the count since opening.
     */
    public long misses() {
        return misses;
    }

    /**
     * Places taken from another instrument.
     *
     * @return the count since opening.
     */
    public long evictions() {
        return evictions;
    }

    /** Gives the bytes of all windows back; each of them is closed then. */
    @Override
    public void close() {
        slab.close();
    }

    private int handOver(int instrumentId, int place) {
        if (places[place].block().isClosed()) {
            throw new IllegalStateException("window cache is closed: instrumentId=" + instrumentId);
        }
        misses++;
        int before = ownerOf[place];
        if (before != NOBODY && before != instrumentId) {
            evictions++;
            windowOf(before).leave();
            placeOf[before] = NOBODY;
            ownerOf[place] = NOBODY;
        }
        if (windows[instrumentId] == null) {
            windows[instrumentId] = factory.apply(places[place], instruments.get(instrumentId));
        }
        windowOf(instrumentId).moveTo(places[place]);
        ownerOf[place] = instrumentId;
        placeOf[instrumentId] = place;
        return place;
    }

    /** Moves a place to the front of the order of use. */
    private void use(int place) {
        int end = places.length;
        older[newer[place]] = older[place];
        newer[older[place]] = newer[place];
        older[place] = older[end];
        newer[place] = end;
        newer[older[end]] = place;
        older[end] = place;
    }

    @SuppressWarnings("unchecked")
    private W windowOf(int instrumentId) {
        return (W) windows[instrumentId];
    }
}
