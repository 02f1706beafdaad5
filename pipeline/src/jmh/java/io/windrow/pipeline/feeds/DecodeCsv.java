package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One line of Binance's public trade files, from its bytes to mantissas at the instrument's scale in a listener. The peer makes a string of
 * the line, splits it at its commas and reads the amounts through {@code BigDecimal}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class DecodeCsv {

    private static final FeedOptions OPTIONS = FeedOptions.builder(FeedFormat.BINANCE_TRADES).symbol("BTCUSDT").build();
    private static final long MILLI_NANOS = 1_000_000;

    private final byte[][] lines = TradeMessages.csv();
    private final InstrumentRegistry registry = TradeMessages.registry();
    private final TradeSum trades = new TradeSum();
    private final MessageDecoder decoder = new MessageDecoder(OPTIONS, registry, trades);
    private int next;

    /** Reads all lines once in each way, and fails unless both give the same values. */
    @Setup
    public void verify() {
        TradeSum split = new TradeSum();
        TradeSum own = new TradeSum();
        MessageDecoder checked = new MessageDecoder(OPTIONS, registry, own);
        for (byte[] line : lines) {
            split(line, registry.get(0), split);
            checked.onMessage(line, 0, line.length, 0);
        }
        if (own.trades() != lines.length || own.sum() != split.sum()) {
            throw new IllegalStateException("values must be equal: windrow=" + own.sum() + ", splitBigDecimal=" + split.sum()
                + ", trades=" + own.trades());
        }
    }

    /** Fails if a line was not a trade. */
    @TearDown
    public void verifyAllWereTrades() {
        if (decoder.report().rows() != decoder.report().lines()) {
            throw new IllegalStateException("every line must be a trade: " + decoder.report());
        }
    }

    /** Windrow. */
    @Benchmark
    public long windrow() {
        byte[] line = line();
        decoder.onMessage(line, 0, line.length, 0);
        return trades.sum();
    }

    /** Strings and {@code BigDecimal}. */
    @Benchmark
    public long splitBigDecimal() {
        split(line(), registry.get(0), trades);
        return trades.sum();
    }

    private static void split(byte[] line, Instrument instrument, TradeListener listener) {
        String[] columns = new String(line, ISO_8859_1).split(",");
        BigDecimal price = new BigDecimal(columns[1]);
        BigDecimal quantity = new BigDecimal(columns[2]);
        listener.onTrade(instrument.id(), Long.parseLong(columns[4]) * MILLI_NANOS,
            JacksonTrades.mantissa(price, instrument.priceDecimals()), JacksonTrades.mantissa(quantity, instrument.quantityDecimals()),
            Long.parseLong(columns[0]), Boolean.parseBoolean(columns[5]) ? Side.SELL.code() : Side.BUY.code());
    }

    private byte[] line() {
        next = (next + 1) % TradeMessages.COUNT;
        return lines[next];
    }
}
