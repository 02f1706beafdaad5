package io.windrow.examples.samples.pipeline;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.MessageDecoder;
import java.time.Duration;
import java.util.List;

/** Messages of a connection, decoded into the ring. */
final class LiveMessages {

    private LiveMessages() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        List<String> connection = List.of(
            "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":3735683259,\"p\":\"61837.63\",\"q\":\"0.02\",\"T\":1723161255342,\"m\":true}",
            "{\"u\":50093239212,\"s\":\"BTCUSDT\",\"b\":\"61837.63\",\"B\":\"3.78826\",\"a\":\"61837.64\",\"A\":\"1.54698\"}",
            "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":3735683260,\"p\":\"61837,63\",\"q\":\"1\",\"T\":1723161255342,\"m\":true}",
            "{\"e\":\"trade\",\"s\":\"BTCUS");
        // docs:begin
        FeedOptions options = FeedOptions.builder(FeedFormat.BINANCE_WS).contents(FeedContent.TRADES, FeedContent.QUOTES).build();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).quotes(16).build().start()) {
            MarketPublisher source = pipeline.publisher("binance");
            MessageDecoder decoder = new MessageDecoder(options, instruments, source);
            for (String message : connection) {
                byte[] bytes = message.getBytes(US_ASCII);
                decoder.onMessage(bytes, 0, bytes.length, 1_723_161_255_400_000_000L);
            }
            pipeline.stop(Duration.ofSeconds(10));
            System.out.println("traded at " + pipeline.trades(btc).price(0) + ", asked " + pipeline.quotes(btc).ask(0));
            System.out.println(decoder.report());
            System.out.println(decoder.report().badByReason());
        }
        // docs:end
    }
}
