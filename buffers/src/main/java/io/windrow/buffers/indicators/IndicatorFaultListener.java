package io.windrow.buffers.indicators;

/** Is told of what a formula throws. On the thread of the set. */
public interface IndicatorFaultListener {

    /**
     * An indicator did not take in a candle. It keeps what its formula had written until then; the others of the set go on.
     *
     * @param indicator whose formula threw.
     * @param thrown    what it threw.
     */
    void onFault(Indicator indicator, Throwable thrown);
}
