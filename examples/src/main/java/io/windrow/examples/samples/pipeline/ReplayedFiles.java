package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.replay.Replay;
import io.windrow.pipeline.replay.ReplayInstruments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two recordings, merged by time. */
final class ReplayedFiles {

    private ReplayedFiles() {
    }

    static void run() throws IOException {
        Path folder = Files.createTempDirectory("replay");
        List<Path> btc = List.of(Files.writeString(folder.resolve("BTCUSD.csv"), "1000,61837.63,0.02\n62000,61840,0.1\n"));
        List<Path> eth = List.of(Files.writeString(folder.resolve("ETHUSD.csv"), "500,2650.1,1\n61000,2651.55,2\nbad line\n"));
        // docs:begin
        FeedOptions options = FeedOptions.builder(FeedFormat.CSV).columns("time,price,quantity").timeUnit("ms").build();
        InstrumentRegistry instruments =
            ReplayInstruments.of(FeedScan.of(btc, options, 10).registry(), FeedScan.of(eth, options, 10).registry());
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).timeframes(Timeframe.minutes(1))
                .forThroughput().build().start()) {
            Replay replay = Replay.builder(instruments).add("btc", btc, options).add("eth", eth, options)
                .speed(1_000).clockEvery(Duration.ofMinutes(1)).build();
            replay.run(pipeline.publisher("replay"));
            pipeline.stop(Duration.ofSeconds(10));
            System.out.println(pipeline.candles(0, 0).size() + " and " + pipeline.candles(1, 0).size() + " candle");
            replay.feeds().forEach(feed -> System.out.println(feed.name() + ": " + feed.report()));
        }
        // docs:end
        for (Path file : List.of(btc.get(0), eth.get(0), folder)) {
            Files.delete(file);
        }
    }
}
