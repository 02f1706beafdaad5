package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.function.Supplier;

/** What a strategy works with. For its consumer thread only; windows of another shard's instruments are refused. */
public interface StrategyContext {

    /**
     * Finds an indicator of every candle window. It takes in each candle that closes, before strategies are called; in between,
     * {@link Indicator#peek()} shows what the forming candle would make of it. There is one for all strategies on the same thread that
     * declare it. Only in {@link Strategy#onStart}.
     *
     * @param spec one of {@link Strategy#indicators()}.
     * @return the indicators, found by their windows; for reading only.
     * @throws IllegalArgumentException if the strategy does not declare it.
     * @throws IllegalStateException    after the start.
     */
    PerWindow<Indicator> indicator(IndicatorSpec spec);

    /**
     * Asks for an object of the strategy's own for every candle window. Only in {@link Strategy#onStart}.
     *
     * @param factory makes one object; called once for each window.
     * @param <T>     the kind of object.
     * @return the objects, found by their windows.
     * @throws IllegalStateException after the start.
     */
    <T> PerWindow<T> perWindow(Supplier<T> factory);

    /**
     * What is traded.
     *
     * @return the registry.
     */
    InstrumentRegistry instruments();

    /**
     * How many time frames there are.
     *
     * @return the count.
     */
    int frames();

    /**
     * A candle window.
     *
     * @param instrumentId the instrument.
     * @param frame        0 for the finest.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument or frame.
     * @throws IllegalArgumentException  if the instrument is one of another shard's.
     */
    CandleWindow candles(int instrumentId, int frame);

    /**
     * A trade window.
     *
     * @param instrumentId the instrument.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     * @throws IllegalArgumentException  if the instrument is one of another shard's.
     */
    TradeWindow trades(int instrumentId);

    /**
     * A quote window.
     *
     * @param instrumentId the instrument.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     * @throws IllegalArgumentException  if the instrument is one of another shard's.
     * @throws IllegalStateException     if quotes are not kept.
     */
    QuoteWindow quotes(int instrumentId);

    /**
     * The first instrument that the strategy sees. With one shard it sees all.
     *
     * @return its id.
     */
    int firstInstrumentId();

    /**
     * From an instrument that the strategy sees to the next.
     *
     * @return difference of their ids: the number of shards.
     */
    int instrumentIdStep();

    /**
     * When the event in hand happened.
     *
     * @return nanoseconds since the epoch; for a tick of the clock, the tick's time.
     */
    long eventTimeNanos();

    /**
     * Number of the event in hand, in the order of publishing. It rises by two: what a strategy does at a tick of the clock comes between.
     *
     * @return the number, from 0; the same in every replay of the same data.
     */
    long eventSequence();

    /**
     * Sends a signal at the newest close of a window.
     *
     * @param window holds the candle that led to it.
     * @param side   which way.
     * @return false if no signal was free; it is counted as refused then.
     * @throws IllegalStateException     in {@link Strategy#onStart}.
     * @throws IndexOutOfBoundsException if the window has no closed candle.
     */
    boolean signal(CandleWindow window, Side side);

    /**
     * Sends a signal at a price, for strategies that look at trades, quotes or depth.
     *
     * @param instrumentId what to trade.
     * @param side         which way.
     * @param price        mantissa at the instrument's price scale.
     * @return false if no signal was free; it is counted as refused then.
     * @throws IllegalStateException     in {@link Strategy#onStart}.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     */
    boolean signal(int instrumentId, Side side, long price);
}
