package io.windrow.buffers.indicators;

/** Is told of what a formula throws. On the thread of the set. */
public interface IndicatorFaultListener {

    /**
     * A formula threw at a candle. Its outputs are NaN until it gives others, its memory is as it left it, and the candle counts as taken
     * in; the others of the set go on.
     *
     * @param indicator whose formula threw.
     * @param thrown    what it threw.
     */
    void onFault(Indicator indicator, Throwable thrown);
}
