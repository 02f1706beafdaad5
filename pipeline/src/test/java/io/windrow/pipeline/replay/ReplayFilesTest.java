package io.windrow.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.SharedData;
import io.windrow.pipeline.feeds.CallLog;
import io.windrow.pipeline.feeds.FeedCursor;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.FileTradeSource;
import io.windrow.pipeline.feeds.MarketListener;
import io.windrow.pipeline.feeds.TradeGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replays of files: recorded, damaged, missing, and with a generator beside them. */
@Timeout(60)
class ReplayFilesTest {

    private static final String SPOT = "binance-ws/spot_btcusdt_20240808.gz";
    private static final String PERPETUAL = "binance-ws/cm_btcusd_perp_20240808.gz";
    private static final FeedOptions WS = FeedOptions.builder(FeedFormat.of("binance-ws")).build();
    private static final long SECOND_NANOS = 1_000_000_000L;

    @TempDir
    private Path folder;

    private static FeedOptions.Builder csv(String columns) {
        return FeedOptions.builder(columns.contains("open") ? FeedFormat.CSV_CANDLES : FeedFormat.CSV).columns(columns).timeUnit("s");
    }

    private static InstrumentRegistry registry(String... symbols) {
        InstrumentRegistry registry = new InstrumentRegistry(symbols.length);
        for (String symbol : symbols) {
            registry.register(symbol, 2, 3);
        }
        return registry;
    }

    private List<Path> file(String name, String text) throws IOException {
        return List.of(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void shouldMergeTwoRecordingsAsAStableSortDoes() throws IOException {
        List<Path> spot = List.of(SharedData.file(SPOT));
        List<Path> perpetual = List.of(SharedData.file(PERPETUAL));
        InstrumentRegistry registry = ReplayInstruments.of(FeedScan.of(spot, WS, 2).registry(),
            FeedScan.of(perpetual, WS, 2).registry());
        CallLog expected = new CallLog();
        new FileTradeSource(spot, WS, registry).replay(expected);
        new FileTradeSource(perpetual, WS, registry).replay(expected);
        List<List<Long>> sorted = new ArrayList<>(expected.calls());
        sorted.sort(Comparator.comparingLong(CallLog::time));

        for (double speed : new double[] {0, 1e9}) {
            ReplayBuilder builder = Replay.builder(registry).add("spot", spot, WS).add("perpetual", perpetual, WS);
            Replay replay = (speed == 0 ? builder : builder.speed(speed)).build();
            CallLog log = new CallLog();
            assertThat(replay.run(log)).isTrue();
            assertThat(log.calls()).isEqualTo(sorted).hasSize(9_757 + 2_286);
            assertThat(replay.feeds()).extracting(ReplayFeed::rows).containsExactly(9_757L, 2_286L);
            assertThat(replay.feeds()).extracting(ReplayFeed::rowsBehind).containsExactly(0L, 0L);
            assertThat(replay.progress().bytesRead()).isEqualTo(replay.progress().bytesTotal())
                .isEqualTo(Files.size(spot.get(0)) + Files.size(perpetual.get(0)));
        }
    }

    @Test
    void shouldReportWhatIsBadWithFileAndLineAndGoOnWithTheRest() throws IOException {
        List<Path> bad = file("A-1.csv", "1,1.5,2\n2,x,2\n3,1.5,2\n");
        Replay replay = Replay.builder(registry("A", "B")).add("bad", bad, csv("time,price,quantity").build())
            .add("good", file("B-1.csv", "1,1.5,2\n2,1.5,2\n3,1.5,2\n"), csv("time,price,quantity").build()).build();
        CallLog log = new CallLog();
        assertThat(replay.run(log)).isTrue();
        assertThat(log.calls()).extracting(call -> call.get(1)).containsExactly(0L, 1L, 1L, 0L, 1L);
        assertThat(replay.feeds()).extracting(ReplayFeed::toString).containsExactly(
            "bad: rows=2, rowsBehind=0 (lines=3, rows=2, skipped=0, bad=1)",
            "good: rows=3, rowsBehind=0 (lines=3, rows=3, skipped=0, bad=0)");
        assertThat(replay.feeds().get(0).report().firstBadLines())
            .extracting(line -> line.source() + ":" + line.line() + ": " + line.reason() + ": " + line.excerpt())
            .containsExactly(bad.get(0) + ":2: price is not a number: 2,x,2");
        assertThat(replay.feeds().get(0).name()).isEqualTo("bad");
    }

    @Test
    void shouldGoOnWithTheOtherFeedWhereARecordingBreaksOff() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file(PERPETUAL));
        List<Path> half = List.of(Files.write(folder.resolve("half.gz"), Arrays.copyOf(whole, whole.length / 2)));
        List<Path> spot = List.of(SharedData.file(SPOT));
        InstrumentRegistry registry = ReplayInstruments.of(FeedScan.of(spot, WS, 2).registry(), FeedScan.of(half, WS, 2).registry());
        Replay replay = Replay.builder(registry).add("half", half, WS).add("spot", spot, WS).build();
        assertThat(replay.run(new CallLog())).isTrue();
        assertThat(replay.feeds().get(0).report().badByReason().get(0).reason()).startsWith("input ends early: ");
        assertThat(replay.feeds().get(0).rows()).isBetween(500L, 600L);
        assertThat(replay.feeds().get(1).rows()).isEqualTo(9_757);
    }

    @Test
    void shouldFailBeforeTheFirstRowIfAnyFileIsMissing() throws IOException {
        Replay replay = Replay.builder(registry("A")).add("here", file("A.csv", "1,1,1\n"), csv("time,price,quantity").build())
            .add("gone", List.of(folder.resolve("gone.csv")), csv("time,price,quantity").build()).build();
        CallLog log = new CallLog();
        assertThatThrownBy(() -> replay.run(log)).isInstanceOf(IOException.class).hasMessageEndingWith("gone.csv: no such file");
        assertThat(log.calls()).isEmpty();
        assertThat(replay.feeds().get(0).report().lines()).isZero();
    }

    @Test
    void shouldLetCandlesComeWhenTheyWereClosed() throws IOException {
        Replay replay = Replay.builder(registry("A")).add("candles", file("A-c.csv", "60,1,1,1,1,1\n120,2,2,2,2,2\n"),
            csv("time,open,high,low,close,volume").build(), Duration.ofMinutes(1))
            .add("trades", file("A-t.csv", "60,1,1\n119,1,1\n120,2,2\n180,3,3\n"), csv("time,price,quantity").build()).build();
        CallLog log = new CallLog();
        assertThat(replay.run(log)).isTrue();
        assertThat(log.calls()).extracting(call -> (call.get(0) == CallLog.CANDLE ? "candle " : "trade ")
            + CallLog.time(call) / SECOND_NANOS)
            .containsExactly("trade 60", "trade 119", "candle 60", "trade 120", "candle 120", "trade 180");
    }

    @Test
    void shouldMergeGeneratedTradesWithThoseOfAFile() throws IOException {
        TradeGenerator generator = TradeGenerator.builder().trades(5_000).instruments(3).startTimeNanos(SECOND_NANOS).build();
        List<Path> file = file("A.csv", "2,1.5,2\n5,1.5,2\n");
        InstrumentRegistry registry = ReplayInstruments.of(registry("A"), generator.registry());
        CallLog expected = new CallLog();
        new FileTradeSource(file, csv("time,price,quantity").build(), registry).replay(expected);
        FeedCursor generated = generator.cursor(registry);
        while (generated.next()) {
            generated.deliver(expected);
        }
        List<List<Long>> sorted = new ArrayList<>(expected.calls());
        sorted.sort(Comparator.comparingLong(CallLog::time));
        CallLog log = new CallLog();
        Replay.builder(registry).add("file", file, csv("time,price,quantity").build()).add("generated", generator.cursor(registry))
            .build().run(log);
        assertThat(log.calls()).isEqualTo(sorted).hasSize(5_002);
    }

    @Test
    void shouldAllocateNothingPerRow() {
        MarketListener none = new MarketListener() { };
        for (double speed : new double[] {0, 1e12}) {
            for (int i = 0; i < 3; i++) {
                play(200_000, speed, none);
            }
            long starting = Allocations.leastBytes(() -> play(2_000, speed, none));
            long playing = Allocations.leastBytes(() -> play(200_000, speed, none));
            assertThat(playing - starting).as("bytes for 198,000 rows more").isLessThan(1_000);
        }
    }

    /** Two merged generators with a clock: as fast as possible, or paced so that every row is late. */
    private static void play(int trades, double speed, MarketListener listener) {
        TradeGenerator generator = TradeGenerator.builder().trades(trades / 2).build();
        ReplayBuilder builder = Replay.builder(generator.registry()).add("a", generator.cursor()).add("b", generator.cursor())
            .clockEvery(Duration.ofMillis(100));
        Replays.run((speed == 0 ? builder : builder.speed(speed)).build(), listener);
    }
}
