package io.windrow.pipeline.feeds;

/** Which scale a number of a line is read at. */
enum AmountKind {
    /** At the instrument's price scale; may be negative. */
    PRICE,
    /** At the instrument's quantity scale. */
    QUANTITY,
    /** At the instrument's scale of quote volumes. */
    QUOTE,
    /** A whole number. */
    COUNT,
    /** Not read at a scale. */
    NONE
}
