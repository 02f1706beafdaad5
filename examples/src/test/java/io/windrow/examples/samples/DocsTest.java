package io.windrow.examples.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.Guide;
import io.windrow.examples.Printed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The guides show code that is compiled and run, and print what they say. */
class DocsTest {

    static final Guide GUIDE = new Guide("docs/buffers.md", "samples", 350);

    /** What a sample is run with; all its bytes have to be given back. */
    private interface Sample {
        void run(OffHeapMemory memory, Instrument btc) throws Exception;
    }

    @Test
    void shouldShowEverySampleAsItIsCompiledAndNothingElse() throws IOException {
        GUIDE.assertShowsTheSamples();
    }

    @Test
    void shouldHaveEverySectionInItsTableOfContents() throws IOException {
        GUIDE.assertListsItsSections();
    }

    @Test
    void shouldStayShort() throws IOException {
        GUIDE.assertIsShort();
    }

    @Test
    void shouldFindInstrumentsAndPrices() throws Throwable {
        assertPrints("0 6183760 true false\n", (memory, btc) -> Instruments.run());
    }

    @Test
    void shouldPlanWhatTheLedgerSays() throws Throwable {
        assertPrints("""
            planned 9728064
            candles 1 block 9728064
            S7
            closed 0
            """, (memory, btc) -> PlanAndLedger.run());
    }

    @Test
    void shouldReadAWindow() throws Throwable {
        assertPrints("""
            6180400 is 61804.0
            rows 1 to 3
            highest 6180450, mean 61803.5
            [6180200, 6180300, 6180400]
            row is evicted or not yet written: ago=3, sequence=0, oldest kept=1, newest=3, instrument=BTCUSDT
            """, CandleWindows::run);
    }

    @Test
    void shouldReadFromAnotherThread() throws Throwable {
        assertPrints("""
            newest close 6180003
            from 6180002 to 6180003
            EVICTED NOT_YET_WRITTEN
            """, OtherThreads::run);
    }

    @Test
    void shouldBuildTwoFramesOfTrades() throws Throwable {
        assertPrints("""
            1s closes at 6180000, trades 1, vwap 61800.0
            minute so far 400000
            1s closes at 6180400, trades 1, vwap 61804.0
            1m closes at 6180400, trades 2, vwap 61803.0
            """, CandlesOfTrades::run);
    }

    @Test
    void shouldMergeALateTradeOnce() throws Throwable {
        assertPrints("""
            closed at 6180000
            candle 0 now closes at 6180900
            LATE_MERGED
            DUPLICATE
            merged 1
            """, LateTrades::run);
    }

    @Test
    void shouldBuildFromFinerCandles() throws Throwable {
        assertPrints("high 6180550, volume 250000\n", FinerCandles::run);
    }

    @Test
    void shouldBuildFromQuotes() throws Throwable {
        assertPrints("""
            61800.005 to 61800.015
            61800.025 to 61800.035
            spread 1
            """, CandlesOfQuotes::run);
    }

    @Test
    void shouldCloseCandlesByWhatIsTraded() throws Throwable {
        assertPrints("""
            volume 250000: 6180000 to 6182400, volume 300000
            renko 1000: 6180000 to 6181000, volume 200000
            renko 1000: 6181000 to 6182000, volume 100000
            tick-runs 3: 6180000 to 6182400, volume 300000
            """, EventCandles::run);
    }

    @Test
    void shouldAverageCandles() throws Throwable {
        assertPrints("""
            1m: 6180000 to 6180400
            heikin-ashi 1m: 6180200 to 6180200
            1m: 6180000 to 6180400
            heikin-ashi 1m: 6180200 to 6180200
            """, HeikinAshiCandles::run);
    }

    @Test
    void shouldShareWindows() throws Throwable {
        assertPrints("""
            true true
            0 rows, next sequence 2001
            0 hits, 4 misses, 2 evictions
            """, (memory, btc) -> CachedWindows.run(memory));
    }

    private static void assertPrints(String expected, Sample sample) throws Throwable {
        Instrument btc = new InstrumentRegistry(1).register("BTCUSDT", 2, 5);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            assertThat(Printed.by(() -> sample.run(memory, btc))).isEqualTo(expected);
            assertThat(memory.usedBytes()).isZero();
        }
    }
}
