package io.windrow.buffers.indicators;

/**
 * What a recursive average starts from. Libraries disagree here, and their values differ until the start has faded: of an exponential
 * average of {@code n}, a thousandth of the difference is left after 3.5 × (n + 1) candles; of Wilder's, after 6.9 × n.
 */
public enum Seed {
    /** The mean of the first period, as TA-Lib has it. The default. */
    MEAN(""),
    /** The first value, as ta4j has it. */
    FIRST_VALUE(":first");

    /** What is appended to the text of an indicator. */
    final String suffix;

    Seed(String suffix) {
        this.suffix = suffix;
    }
}
