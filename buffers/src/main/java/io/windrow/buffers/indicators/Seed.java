package io.windrow.buffers.indicators;

/** What a recursive average starts from. Libraries disagree here, and their values differ until the start has faded. */
public enum Seed {
    /** The mean of the first period, as TA-Lib has it. */
    MEAN,
    /** The first value, as ta4j has it. */
    FIRST_VALUE
}
