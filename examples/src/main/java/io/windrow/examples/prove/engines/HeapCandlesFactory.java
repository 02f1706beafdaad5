package io.windrow.examples.prove.engines;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;

/** Makes the window of one instrument and time frame. */
@FunctionalInterface
interface HeapCandlesFactory {

    HeapCandles make(Instrument instrument, Timeframe timeframe, int capacity);
}
