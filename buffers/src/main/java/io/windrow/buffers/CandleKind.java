package io.windrow.buffers;

import java.util.Locale;

/**
 * What makes a candle complete. The kinds from {@link #TICK} on are closed by what is traded: {@link EventCandleBuilder} has the exact
 * rules. But for range and Renko they follow M. López de Prado, Advances in Financial Machine Learning, Wiley 2018, chapter 2, where
 * candles are called bars; a trade is never split, so the one that reaches the size is the last of its candle.
 */
public enum CandleKind {
    /** A span of time has ended. */
    TIME,
    /**
     * A span of time has ended; the values are averaged with those of the candle before (D. Valcu, Using the Heikin-Ashi Technique,
     * 2004).
     */
    HEIKIN_ASHI,
    /** So many trades. */
    TICK,
    /** So much quantity. */
    VOLUME,
    /** So much price × quantity; also called dollar bars. */
    VALUE,
    /** High and low are so far apart. */
    RANGE,
    /** The price has moved by so much from the brick before; a turn takes twice as much. */
    RENKO,
    /** Trades of one direction outnumber the others by more than expected. */
    TICK_IMBALANCE,
    /** The same, each trade weighted by its quantity. */
    VOLUME_IMBALANCE,
    /** The same, each trade weighted by price × quantity. */
    VALUE_IMBALANCE,
    /** Trades of the stronger direction are more than expected. */
    TICK_RUNS,
    /** The same, each trade weighted by its quantity. */
    VOLUME_RUNS,
    /** The same, each trade weighted by price × quantity. */
    VALUE_RUNS;

    /**
     * Whether the clock closes these candles.
     *
     * @return true for {@link #TIME} and {@link #HEIKIN_ASHI}, which have a time frame; the others have a size.
     */
    public boolean hasTimeframe() {
        return this == TIME || this == HEIKIN_ASHI;
    }

    /**
     * The name for configuration and command line.
     *
     * @return the name in small letters, words joined by {@code -}, such as {@code tick-imbalance}.
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a name.
     *
     * @param label as {@link #label()} gives it.
     * @return the kind.
     * @throws IllegalArgumentException if there is none of this name.
     */
    public static CandleKind of(String label) {
        StringBuilder known = new StringBuilder();
        for (CandleKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
            known.append(known.length() == 0 ? "" : ", ").append(kind.label());
        }
        throw new IllegalArgumentException("unknown kind of candle: kind=" + label + " (known: " + known + ")");
    }
}
