package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How a feed is to be read. Immutable; made by a {@link Builder}. */
public final class FeedOptions {

    /** Value of {@link #priceDecimals()}, {@link #quantityDecimals()} and {@link #quoteDecimals()} where the data decide. */
    public static final int FROM_DATA = -1;

    private static final List<String> UNITS = List.of("ns", "us", "ms", "s");
    private static final int FIRST_YEAR = 1970;
    private static final int END_YEAR = 2200;

    private final FeedFormat format;
    private final List<FeedContent> contents;
    private final CsvColumns columns;
    private final CsvClock clock;
    private final int priceScaleDigits;
    private final String symbol;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final int quoteDecimals;
    private final int passes;

    private FeedOptions(Builder builder) {
        format = builder.format;
        boolean csv = format.isCsv();
        columns = csv ? new CsvColumns(builder.columns, format.contents()) : null;
        clock = csv ? new CsvClock(UNITS.indexOf(builder.timeUnit) * 3, builder.day, builder.zone) : null;
        contents = columns == null ? builder.contents : List.of(columns.content());
        priceScaleDigits = builder.priceScaleDigits;
        symbol = builder.symbol;
        priceDecimals = builder.priceDecimals;
        quantityDecimals = builder.quantityDecimals;
        quoteDecimals = builder.quoteDecimals;
        passes = builder.passes;
    }

    /**
     * Begins the options of a format.
     *
     * @param format of the lines.
     * @return a builder.
     */
    public static Builder builder(FeedFormat format) {
        return new Builder(Objects.requireNonNull(format, "format"));
    }

    /**
     * How the lines are written.
     *
     * @return the format.
     */
    public FeedFormat format() {
        return format;
    }

    /**
     * What the rows are, where they are all of one kind.
     *
     * @return the content that was chosen, else as the format has it, or for {@code csv} as the columns tell.
     * @throws IllegalStateException if several were chosen.
     */
    public FeedContent content() {
        if (contents.size() > 1) {
            throw new IllegalStateException("rows are not all of one content: contents=" + labels(contents));
        }
        return contents.get(0);
    }

    /**
     * What the rows may be. Lines that hold something else are skipped.
     *
     * @return at least one, unmodifiable.
     */
    public List<FeedContent> contents() {
        return contents;
    }

    /**
     * Whether the lines hold a column. Where they do not, a listener is given 0, which is not to be taken for a value.
     *
     * @param column any.
     * @return true if the rows have it; of Coinbase's quotes, only newer recordings have sizes.
     */
    public boolean has(FeedColumn column) {
        if (columns != null) {
            return columns.has(column);
        }
        for (FeedContent content : contents) {
            if (content.columns().contains(column)) {
                return column != FeedColumn.SYMBOL || format.isMessages();
            }
        }
        return false;
    }

    /**
     * The symbol of lines that name none.
     *
     * @return the symbol, or null to take it from the file's name, up to the first {@code -}, {@code _} or {@code .}.
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Scale of every price, whatever the data need.
     *
     * @return 0 to 18, or {@link #FROM_DATA}.
     */
    public int priceDecimals() {
        return priceDecimals;
    }

    /**
     * Scale of every quantity, size and volume, whatever the data need.
     *
     * @return 0 to 18, or {@link #FROM_DATA}.
     */
    public int quantityDecimals() {
        return quantityDecimals;
    }

    /**
     * Scale of every quote volume of a feed that has them, whatever the data need.
     *
     * @return 0 to 18, or {@link #FROM_DATA}.
     */
    public int quoteDecimals() {
        return quoteDecimals;
    }

    /**
     * How often the files are replayed, one time after another.
     *
     * @return 1 or more.
     */
    public int passes() {
        return passes;
    }

    /** How many decimals the integer prices of the file hide: 4 if they are written times 10,000. */
    int priceScaleDigits() {
        return priceScaleDigits;
    }

    LineDecoder newDecoder() {
        return switch (format) {
            case BINANCE_WS -> new BinanceWsDecoder(chosen());
            case COINBASE_WS -> new CoinbaseWsDecoder(chosen());
            case KRAKEN_WS -> new KrakenWsDecoder(chosen());
            case BINANCE_TRADES -> new BinanceTradesDecoder(false);
            case BINANCE_AGGTRADES -> new BinanceTradesDecoder(true);
            case BINANCE_KLINES -> new BinanceKlinesDecoder();
            case CSV, CSV_CANDLES -> new CsvDecoder(columns, clock);
        };
    }

    private Set<FeedContent> chosen() {
        return EnumSet.copyOf(contents);
    }

    private static String labels(List<FeedContent> contents) {
        StringBuilder labels = new StringBuilder();
        for (FeedContent content : contents) {
            labels.append(labels.length() == 0 ? "" : ",").append(content.label());
        }
        return labels.toString();
    }

    /** Collects options and checks them. */
    public static final class Builder {

        private final FeedFormat format;
        private List<FeedContent> contents;
        private String columns;
        private String timeUnit;
        private LocalDate day;
        private ZoneId zone = ZoneOffset.UTC;
        private int priceScaleDigits;
        private String symbol;
        private int priceDecimals = FROM_DATA;
        private int quantityDecimals = FROM_DATA;
        private int quoteDecimals = FROM_DATA;
        private int passes = 1;

        private Builder(FeedFormat format) {
            this.format = format;
            contents = format.contents().subList(0, 1);
        }

        /**
         * Chooses what to take of recorded messages, which may hold several kinds; trades alone unless set.
         *
         * @param chosen one or more; named twice they count once.
         * @return this.
         * @throws IllegalArgumentException if there is none, or the format does not have one of them or has it by its columns only.
         */
        public Builder contents(FeedContent... chosen) {
            List<FeedContent> possible = format.isMessages() ? format.contents() : contents;
            Set<FeedContent> distinct = new LinkedHashSet<>(List.of(chosen));
            if (format.isCsv() || distinct.isEmpty() || !possible.containsAll(distinct)) {
                throw new IllegalArgumentException("contents must be of the format: format=" + format.label() + ", contents="
                    + labels(List.of(chosen)) + (format.isCsv() ? "" : " (known: " + labels(possible) + ")"));
            }
            contents = List.copyOf(distinct);
            return this;
        }

        /**
         * Names the columns of a {@code csv} or {@code csv-candles} feed, from the left; those beyond the last named are ignored.
         *
         * <p>A {@code csv} feed has trades, {@code time}, {@code price} and {@code quantity}, and if there {@code side} and {@code id};
         * or quotes, {@code time}, {@code bid} and {@code ask}, and if there {@code bid_size} and {@code ask_size}. A
         * {@code csv-candles} feed has {@code time}, {@code open}, {@code high}, {@code low}, {@code close} and {@code volume}, and if
         * there {@code quote_volume}, {@code count}, {@code taker_buy_volume} and {@code taker_buy_quote_volume}. Each may have
         * {@code symbol}.
         *
         * @param names in the order of the file, with commas between; {@code -} for a column to be ignored.
         * @return this.
         */
        public Builder columns(String names) {
            columns = Objects.requireNonNull(names, "columns");
            return this;
        }

        /**
         * Sets the unit of the time column of a {@code csv} or {@code csv-candles} feed. Decimals are read exactly, down to the nanosecond.
         * A date such as {@code 2017-01-03} is its midnight in UTC, whatever the unit, unless times count from midnight of a {@link #day}.
         *
         * @param unit {@code s}, {@code ms}, {@code us} or {@code ns}.
         * @return this.
         * @throws IllegalArgumentException if the unit is none of these.
         */
        public Builder timeUnit(String unit) {
            if (!UNITS.contains(unit)) {
                throw new IllegalArgumentException("unknown time unit: timeUnit=" + unit + " (known: s, ms, us, ns)");
            }
            timeUnit = unit;
            return this;
        }

        /**
         * Says that the times of a {@code csv} or {@code csv-candles} feed count from midnight.
         *
         * @param date the day, in the years 1970 to 2199.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder day(LocalDate date) {
            if (date.getYear() < FIRST_YEAR || date.getYear() >= END_YEAR) {
                throw new IllegalArgumentException("day must be in the years 1970 to 2199: day=" + date);
            }
            day = date;
            return this;
        }

        /**
         * Sets whose midnight that is; UTC unless set.
         *
         * @param place the zone.
         * @return this.
         */
        public Builder zone(ZoneId place) {
            zone = Objects.requireNonNull(place, "zone");
            return this;
        }

        /**
         * Says that prices are written as integers, times a power of ten.
         *
         * @param scale the power, such as 10,000; 1 unless set.
         * @return this.
         * @throws IllegalArgumentException if it is no power of ten.
         */
        public Builder priceScale(long scale) {
            for (int digits = 0; digits <= Decimals.MAX_SCALE; digits++) {
                if (Decimals.power(digits) == scale) {
                    priceScaleDigits = digits;
                    return this;
                }
            }
            throw new IllegalArgumentException("price scale must be a power of ten: priceScale=" + scale);
        }

        /**
         * Sets the symbol of lines that name none.
         *
         * @param name the symbol.
         * @return this.
         * @throws IllegalArgumentException if it is empty.
         */
        public Builder symbol(String name) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("symbol must not be empty: symbol=");
            }
            symbol = name;
            return this;
        }

        /**
         * Sets the scale of every price.
         *
         * @param decimals 0 to 18; a price with more is bad.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder priceDecimals(int decimals) {
            priceDecimals = Decimals.checkScale(decimals);
            return this;
        }

        /**
         * Sets the scale of every quantity, size and volume.
         *
         * @param decimals 0 to 18; a quantity with more is bad.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder quantityDecimals(int decimals) {
            quantityDecimals = Decimals.checkScale(decimals);
            return this;
        }

        /**
         * Sets the scale of every quote volume of a candle.
         *
         * @param decimals 0 to 18; a quote volume with more is bad.
         * @return this.
         * @throws IllegalArgumentException if it is out of range.
         */
        public Builder quoteDecimals(int decimals) {
            quoteDecimals = Decimals.checkScale(decimals);
            return this;
        }

        /**
         * Sets how often the files are replayed. Each pass reads and decodes them anew; its times are later than those of the pass
         * before by the span of the data, rounded up to whole hours, or to whole days if they are candles.
         *
         * @param count 1 or more.
         * @return this.
         * @throws IllegalArgumentException if it is less than 1.
         */
        public Builder passes(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("passes must be positive: passes=" + count);
            }
            passes = count;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options.
         * @throws IllegalArgumentException if a {@code csv} or {@code csv-candles} feed lacks columns or time unit, a column is unknown,
         *                                  named twice or missing, columns of trades and of quotes are mixed, or options of these two
         *                                  formats are set for another one.
         */
        public FeedOptions build() {
            boolean csv = format.isCsv();
            require(csv == (columns != null), csv, "columns", columns);
            require(csv == (timeUnit != null), csv, "timeUnit", timeUnit);
            require(csv || day == null, csv, "day", day);
            require(csv || priceScaleDigits == 0, csv, "priceScaleDigits", priceScaleDigits);
            return new FeedOptions(this);
        }

        private void require(boolean condition, boolean csv, String name, Object value) {
            if (!condition) {
                String rule = csv ? "format " + format.label() + " needs " + name : name + " is for formats csv and csv-candles only";
                throw new IllegalArgumentException(rule + ": format=" + format.label() + ", " + name + "=" + value);
            }
        }
    }
}
