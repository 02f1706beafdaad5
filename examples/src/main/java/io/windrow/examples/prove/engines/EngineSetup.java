package io.windrow.examples.prove.engines;

import com.lmax.disruptor.WaitStrategy;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * What every engine is given.
 *
 * @param instruments   what is traded.
 * @param timeframes    finest first.
 * @param candles       closed candles kept for each instrument and frame.
 * @param trades        trades kept for each instrument.
 * @param ringSize      places between the publishing and the consuming thread.
 * @param waitStrategy  how the consumer of a ring waits.
 * @param threadFactory makes the consumer thread.
 * @param signals       receives the signals.
 */
public record EngineSetup(InstrumentRegistry instruments, Timeframe[] timeframes, int candles, int trades, int ringSize,
    Supplier<WaitStrategy> waitStrategy, ThreadFactory threadFactory, SignalListener signals) {

    int windows() {
        return instruments.size() * timeframes.length;
    }
}
