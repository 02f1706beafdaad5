package io.windrow.buffers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.collections.Object2IntHashMap;

/**
 * Symbol to dense id and back, for a fixed number of instruments.
 *
 * <p>Registering and looking up by symbol belong to one thread at a time; {@link #get} and {@link #size} may be called from
 * any thread to which the filled registry was handed over. Lookups allocate nothing.
 *
 * <p>Ids are found in Agrona's {@code Object2IntHashMap}: open addressing, linear probing, at most 55 % full. The hash is
 * {@code 31 × h + byte} over the symbol's bytes, spread by the map, and a symbol is found only by all its bytes. The map is sized with the
 * registry and never grows. Where every symbol has the same hash, a lookup compares with each of them.
 */
public final class InstrumentRegistry {

    /** Answer for a symbol that is not registered. */
    public static final int UNKNOWN = -1;

    private static final int LAST_LATIN_1 = 0xff;

    private final Instrument[] instruments;
    private final Object2IntHashMap<Symbol> ids;
    private final Symbol probe = new Symbol();
    /** Where characters are laid out as bytes for a lookup; as long as the longest symbol. */
    private byte[] characters = {};
    private int size;

    /**
     * Creates an empty registry.
     *
     * @param capacity most instruments it will hold; positive.
     * @throws IllegalArgumentException if the capacity is not positive.
     */
    public InstrumentRegistry(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive: capacity=" + capacity);
        }
        instruments = new Instrument[capacity];
        ids = new Object2IntHashMap<>(Math.max(8, capacity * 2), 0.55f, UNKNOWN);
    }

    /**
     * Adds an instrument of any price and quantity, whose quote volume is exact.
     *
     * @param symbol           not registered before; ISO-8859-1.
     * @param priceDecimals    scale of its prices.
     * @param quantityDecimals scale of its quantities.
     * @return the instrument with the next free id.
     * @throws IllegalArgumentException if the symbol is empty, registered already or not ISO-8859-1, or a scale out of range.
     * @throws IllegalStateException    if the registry is full.
     * @see Instrument#Instrument(int, String, int, int)
     */
    public Instrument register(String symbol, int priceDecimals, int quantityDecimals) {
        return add(new Instrument(size, symbol, priceDecimals, quantityDecimals));
    }

    /**
     * Adds an instrument.
     *
     * @param symbol           not registered before; ISO-8859-1.
     * @param priceDecimals    scale of its prices.
     * @param quantityDecimals scale of its quantities.
     * @param quoteDecimals    scale of its quote volume.
     * @param tickSize         step of its prices, a mantissa; positive.
     * @param lotSize          step of its quantities, a mantissa; positive.
     * @return the instrument with the next free id.
     * @throws IllegalArgumentException if the symbol is empty, registered already or not ISO-8859-1, a scale out of range, or a step not
     *                                  positive.
     * @throws IllegalStateException    if the registry is full.
     */
    public Instrument register(
        String symbol, int priceDecimals, int quantityDecimals, int quoteDecimals, long tickSize, long lotSize) {
        return add(new Instrument(size, symbol, priceDecimals, quantityDecimals, quoteDecimals, tickSize, lotSize));
    }

    /**
     * Looks a symbol up where it stands in a message.
     *
     * @param text holds the symbol, ISO-8859-1.
     * @param from its first byte.
     * @param to   behind its last byte.
     * @return the id, or {@link #UNKNOWN}.
     */
    public int idOf(byte[] text, int from, int to) {
        probe.wrap(text, from, to);
        return ids.getValue(probe);
    }

    /**
     * Looks a symbol up by its characters.
     *
     * @param symbol the symbol.
     * @return the id, or {@link #UNKNOWN}.
     */
    public int idOf(CharSequence symbol) {
        int length = symbol.length();
        if (length > characters.length) {
            return UNKNOWN;
        }
        for (int i = 0; i < length; i++) {
            char character = symbol.charAt(i);
            if (character > LAST_LATIN_1) {
                return UNKNOWN;
            }
            characters[i] = (byte) character;
        }
        return idOf(characters, 0, length);
    }

    /**
     * Looks an instrument up.
     *
     * @param id 0 to {@link #size()} - 1.
     * @return the instrument.
     * @throws IndexOutOfBoundsException if no instrument has this id.
     */
    public Instrument get(int id) {
        if (id < 0 || id >= size) {
            throw new IndexOutOfBoundsException("no such instrument: id=" + id + ", size=" + size);
        }
        return instruments[id];
    }

    /**
     * How many instruments are registered.
     *
     * @return the count, which is also the next id.
     */
    public int size() {
        return size;
    }

    private Instrument add(Instrument instrument) {
        String symbol = instrument.symbol();
        if (size == instruments.length) {
            throw new IllegalStateException("registry is full: capacity=" + instruments.length + ", symbol=" + symbol);
        }
        byte[] bytes = symbol.getBytes(StandardCharsets.ISO_8859_1);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(symbol)) {
            throw new IllegalArgumentException("symbol must be ISO-8859-1: symbol=" + symbol);
        }
        Symbol key = new Symbol();
        key.wrap(bytes, 0, bytes.length);
        if (ids.containsKey(key)) {
            throw new IllegalArgumentException("symbol is registered already: symbol=" + symbol);
        }
        ids.put(key, size);
        instruments[size++] = instrument;
        characters = characters.length < bytes.length ? new byte[bytes.length] : characters;
        return instrument;
    }

    /** A key that can be laid over bytes anywhere, so that a lookup makes no string. */
    private static final class Symbol {
        private byte[] text;
        private int from;
        private int to;
        private int hash;

        void wrap(byte[] bytes, int start, int end) {
            text = bytes;
            from = start;
            to = end;
            int h = 1;
            for (int i = start; i < end; i++) {
                h = 31 * h + bytes[i];
            }
            hash = h;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Symbol symbol
                && Arrays.equals(text, from, to, symbol.text, symbol.from, symbol.to);
        }
    }
}
