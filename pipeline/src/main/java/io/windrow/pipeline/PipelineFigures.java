package io.windrow.pipeline;

import io.windrow.pools.LeakReport;
import io.windrow.pools.ObjectPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** What a {@link TradingPipeline} has counted and measured since it was built. For any thread. */
public abstract class PipelineFigures {

    private final List<MarketPublisher> publishers = new ArrayList<>();

    PipelineFigures() {
    }

    void add(MarketPublisher publisher) {
        synchronized (publishers) {
            publishers.add(publisher);
        }
    }

    abstract PipelineParts parts();

    abstract Faults faultsKept();

    /**
     * All publishers, the pipeline's own {@code main} first, in the order they were made. For any thread.
     *
     * @return a copy.
     */
    public List<MarketPublisher> publishers() {
        synchronized (publishers) {
            return List.copyOf(publishers);
        }
    }

    /**
     * Shows each publisher, in the order of {@link #publishers()}, without a copy. For any thread; no publisher can be made meanwhile.
     *
     * @param visitor is shown them.
     */
    public void forEachPublisher(Consumer<? super MarketPublisher> visitor) {
        synchronized (publishers) {
            for (int i = 0; i < publishers.size(); i++) {
                visitor.accept(publishers.get(i));
            }
        }
    }

    /**
     * Signals handed to the sink, or to its thread.
     *
     * @return the count.
     */
    public long signalCount() {
        return parts().signalCount();
    }

    /**
     * Signals that found the pool empty.
     *
     * @return the count; with {@link WhenNoSignalFree#WAIT} the tries while waiting.
     */
    public long refusedSignals() {
        return parts().refusedSignals();
    }

    /**
     * How often a strategy has waited for a free signal.
     *
     * @return the count.
     */
    public long signalWaits() {
        return parts().signalWaits();
    }

    /**
     * The signals that were not closed when the pipeline was.
     *
     * @return what is missing: how many, and in the checked mode of {@link io.windrow.pools.ObjectPool} where they were sent; of the first
     *         stage that misses some. Null if all came back, or the pipeline is not closed.
     */
    public LeakReport signalsOut() {
        return parts().signalsOut();
    }

    /**
     * Trades that came after their candle had closed. Exact when the pipeline is drained.
     *
     * @return the count.
     */
    public long lateTrades() {
        return parts().state().lateTrades();
    }

    /**
     * Exceptions that strategies, stages and handlers threw.
     *
     * @return the count.
     */
    public long faultCount() {
        return faultsKept().count();
    }

    /**
     * The first things that were thrown, with where and at which event; 16 at most, all are counted.
     *
     * @return a copy.
     */
    public List<Fault> faults() {
        return faultsKept().first();
    }

    /**
     * The first thing that was thrown.
     *
     * @return the exception, or null.
     */
    public Throwable firstFault() {
        List<Fault> first = faultsKept().first();
        return first.isEmpty() ? null : first.get(0).thrown();
    }

    /**
     * Strategies that are not called any more, by {@link OnFault#DISABLE_STRATEGY}.
     *
     * @return the count; a strategy counts once for each shard in which it has thrown.
     */
    public int disabledStrategies() {
        return parts().disabledStrategies();
    }

    /**
     * Durations of a part of the events' way, of all events since the pipeline was built whose due time was given.
     *
     * @param stage which part.
     * @return a new histogram of nanoseconds, 1 to 60,000,000,000, with an error of at most 1 %.
     * @throws IllegalStateException if latency is not measured.
     */
    public Histogram latency(LatencyStage stage) {
        Histogram sum = Durations.histogram();
        addLatency(stage, sum);
        return sum;
    }

    /**
     * Adds the durations that {@link #latency} would give to a histogram of the caller's. Allocates nothing: for an instrument that looks
     * once a second.
     *
     * @param stage which part.
     * @param sum   a histogram made by {@link #latency}, emptied by {@link Histogram#reset()}, or any that can hold 60 s in nanoseconds.
     * @throws IllegalStateException if latency is not measured.
     */
    public void addLatency(LatencyStage stage, Histogram sum) {
        parts().addLatency(stage, sum);
    }

    /**
     * Whether latency is measured.
     *
     * @return true if {@link #latency} answers.
     */
    public boolean measuresLatency() {
        return parts().measuresLatency();
    }

    /**
     * Events that the rings of all shards hold at most.
     *
     * @return the count.
     */
    public long ringCapacity() {
        return parts().ringCapacity();
    }

    /**
     * Windows of candles, trades and quotes that the pipeline fills, of all its threads together.
     *
     * @return the count.
     */
    public int windowCount() {
        return parts().windowCount();
    }

    /**
     * The pools of signals, one for each thread that runs strategies.
     *
     * @return a copy; the pools stay the same from the pipeline's building to its closing.
     */
    public List<ObjectPool<?>> signalPools() {
        return parts().signalPools();
    }
}
