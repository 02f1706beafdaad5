package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;

/**
 * Trades out of a seed, for tests and measurements: the same seed gives the same trades on every JVM. They have what makes real ones
 * hard on a pipeline: bursts, a few busy instruments and many quiet ones, orders that make several trades at once, prices
 * that walk and bounce by ticks, few large quantities among many small ones, sides that come in rows.
 *
 * <p>Times never go back; ids count from 1 per instrument, without a gap. Nothing is allocated per trade.
 */
public final class TradeGenerator implements TradeSource {

    /** Where the times begin unless set: 2026-01-05T00:00Z, a Monday. */
    public static final long DEFAULT_START_NANOS = 1_767_571_200_000_000_000L;

    /** Scale of all prices. */
    public static final int PRICE_DECIMALS = 2;

    /** Scale of all quantities. */
    public static final int QUANTITY_DECIMALS = 3;

    private static final String[] CROPS = {
        "OAT", "RYE", "HAY", "WHEAT", "MAIZE", "RICE", "FLAX", "SPELT", "EMMER", "MILLET", "BARLEY",
        "CLOVER", "LENTIL", "PEA", "BEAN", "SOY",
    };
    private static final String[] CURRENCIES = {"USD", "EUR", "GBP", "JPY"};

    private final long trades;
    private final int instruments;
    private final long seed;
    private final int tradesPerSecond;
    private final long startNanos;
    private final AliasTable popularity;

    private TradeGenerator(Builder builder) {
        trades = builder.trades;
        instruments = builder.instruments;
        seed = builder.seed;
        tradesPerSecond = builder.tradesPerSecond;
        startNanos = builder.startNanos;
        popularity = new AliasTable(zipf(instruments));
    }

    /**
     * Begins a generator of 1,000,000 trades in 10 instruments, 170 a second.
     *
     * @return a builder.
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The instruments, the busiest first.
     *
     * @return a new registry that holds them all.
     */
    public InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(instruments);
        for (int i = 0; i < instruments; i++) {
            registry.register(symbol(i), PRICE_DECIMALS, QUANTITY_DECIMALS);
        }
        return registry;
    }

    /**
     * How many trades a replay pushes.
     *
     * @return the number.
     */
    public long trades() {
        return trades;
    }

    @Override
    public void replay(TradeListener listener) {
        GeneratorCursor cursor = new GeneratorCursor(this, popularity, ownIds());
        while (cursor.next()) {
            cursor.deliver(listener);
        }
    }

    /**
     * The trades one by one, such as to be merged with other feeds.
     *
     * @return a new cursor before the first trade; its ids are those of {@link #registry()}.
     */
    public FeedCursor cursor() {
        return new GeneratorCursor(this, popularity, ownIds());
    }

    /**
     * The trades one by one, with the ids that a registry has for their instruments.
     *
     * @param registry holds all instruments of {@link #registry()}, and may hold others.
     * @return a new cursor before the first trade.
     * @throws IllegalArgumentException if the registry lacks one of them, or has it at another scale.
     */
    public FeedCursor cursor(InstrumentRegistry registry) {
        int[] ids = new int[instruments];
        for (int i = 0; i < instruments; i++) {
            ids[i] = registry.idOf(symbol(i));
            if (ids[i] == InstrumentRegistry.UNKNOWN) {
                throw new IllegalArgumentException("registry must hold what is generated: symbol=" + symbol(i));
            }
            checkScales(registry.get(ids[i]));
        }
        return new GeneratorCursor(this, popularity, ids);
    }

    private static void checkScales(Instrument instrument) {
        if (instrument.priceDecimals() != PRICE_DECIMALS || instrument.quantityDecimals() != QUANTITY_DECIMALS) {
            throw new IllegalArgumentException("generated trades have 2 decimals in prices and 3 in quantities: instrument=" + instrument);
        }
    }

    private int[] ownIds() {
        int[] ids = new int[instruments];
        for (int i = 0; i < instruments; i++) {
            ids[i] = i;
        }
        return ids;
    }

    long seed() {
        return seed;
    }

    int tradesPerSecond() {
        return tradesPerSecond;
    }

    long startNanos() {
        return startNanos;
    }

    private static double[] zipf(int instruments) {
        double[] weights = new double[instruments];
        for (int i = 0; i < instruments; i++) {
            weights[i] = 1.0 / (i + 1);
        }
        return weights;
    }

    /** {@code OATUSD}, {@code RYEUSD} and so on; from the 65th on with a number between, {@code OAT1USD}. */
    private static String symbol(int id) {
        int series = id / (CROPS.length * CURRENCIES.length);
        String currency = CURRENCIES[id / CROPS.length % CURRENCIES.length];
        return CROPS[id % CROPS.length] + (series == 0 ? "" : Integer.toString(series)) + currency;
    }

    /** Collects what is to be generated, and checks it. */
    public static final class Builder {

        private static final int MAX_INSTRUMENTS = 1_000_000;
        private static final int MAX_TRADES_PER_SECOND = 1_000_000;

        private long trades = 1_000_000;
        private int instruments = 10;
        private long seed = 1;
        private int tradesPerSecond = 170;
        private long startNanos = DEFAULT_START_NANOS;

        private Builder() {
        }

        /**
         * Sets how many trades a replay pushes.
         *
         * @param count 0 or more.
         * @return this.
         * @throws IllegalArgumentException if it is negative.
         */
        public Builder trades(long count) {
            check(count, 0, Long.MAX_VALUE, "trades");
            trades = count;
            return this;
        }

        /**
         * Sets how many instruments there are. The n-th trades an n-th as often as the first.
         *
         * @param count 1 to 1,000,000.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder instruments(int count) {
            check(count, 1, MAX_INSTRUMENTS, "instruments");
            instruments = count;
            return this;
        }

        /**
         * Sets the seed.
         *
         * @param number any.
         * @return this.
         */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /**
         * Sets the mean rate over all instruments, in the trades' own time.
         *
         * @param rate 1 to 1,000,000.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder tradesPerSecond(int rate) {
            check(rate, 1, MAX_TRADES_PER_SECOND, "tradesPerSecond");
            tradesPerSecond = rate;
            return this;
        }

        /**
         * Sets where the times begin.
         *
         * @param nanos nanoseconds since 1970-01-01 UTC, before the year 2200.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder startTimeNanos(long nanos) {
            check(nanos, 0, Epochs.END_NANOS - 1, "startTimeNanos");
            startNanos = nanos;
            return this;
        }

        /**
         * Makes the generator.
         *
         * @return the generator.
         */
        public TradeGenerator build() {
            return new TradeGenerator(this);
        }

        private static void check(long value, long least, long most, String name) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + name + "=" + value);
            }
        }
    }
}
