package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
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
 * One trade message of Binance's websocket, from its bytes to mantissas at the instrument's scale in a listener. Jackson's tree is read
 * with {@code new BigDecimal} of the text; its parser is read token by token, and the amounts through {@code BigDecimal} too, which is the
 * exact way it offers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class DecodeBinanceJson {

    private final byte[][] messages = TradeMessages.json();
    private final InstrumentRegistry registry = TradeMessages.registry();
    private final TradeSum trades = new TradeSum();
    private final MessageDecoder decoder = new MessageDecoder(FeedOptions.builder(FeedFormat.BINANCE_WS).build(), registry, trades);
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonFactory factory = mapper.getFactory();
    private int next;

    /** Reads all messages once in each way, and fails unless all give the same values. */
    @Setup
    public void verify() throws IOException {
        TradeSum tree = new TradeSum();
        TradeSum streaming = new TradeSum();
        TradeSum own = new TradeSum();
        MessageDecoder checked = new MessageDecoder(FeedOptions.builder(FeedFormat.BINANCE_WS).build(), registry, own);
        for (byte[] message : messages) {
            JacksonTrades.tree(mapper, message, registry, tree);
            JacksonTrades.streaming(factory, message, registry, streaming);
            checked.onMessage(message, 0, message.length, TradeMessages.RECEIVED_NANOS);
        }
        if (own.trades() != messages.length || own.sum() != tree.sum() || own.sum() != streaming.sum()) {
            throw new IllegalStateException("values must be equal: windrow=" + own.sum() + ", jacksonTree=" + tree.sum()
                + ", jacksonStreaming=" + streaming.sum() + ", trades=" + own.trades());
        }
    }

    /** Fails if a message was not a trade. */
    @TearDown
    public void verifyAllWereTrades() {
        if (decoder.report().rows() != decoder.report().lines()) {
            throw new IllegalStateException("every message must be a trade: " + decoder.report());
        }
    }

    /** Windrow. */
    @Benchmark
    public long windrow() {
        byte[] message = message();
        decoder.onMessage(message, 0, message.length, TradeMessages.RECEIVED_NANOS);
        return trades.sum();
    }

    /** Jackson, the tree model. */
    @Benchmark
    public long jacksonTree() throws IOException {
        JacksonTrades.tree(mapper, message(), registry, trades);
        return trades.sum();
    }

    /** Jackson, token by token. */
    @Benchmark
    public long jacksonStreaming() throws IOException {
        JacksonTrades.streaming(factory, message(), registry, trades);
        return trades.sum();
    }

    private byte[] message() {
        next = (next + 1) % TradeMessages.COUNT;
        return messages[next];
    }
}
