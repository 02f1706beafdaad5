package io.windrow.examples.samples.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.CompiledBlocks;
import io.windrow.examples.Guide;
import io.windrow.examples.Printed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The guide to indicators shows code that is compiled and run, prints what it says, and names them all. */
class IndicatorsDocsTest {

    private static final Guide GUIDE = new Guide("docs/indicators.md", "samples/indicators", 260);

    private interface Sample {
        void run(OffHeapMemory memory, Instrument btc);
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
    void shouldNameEveryIndicatorInItsTable() throws IOException {
        String guide = CompiledBlocks.text(GUIDE.document());
        assertThat(IndicatorSpec.names()).allSatisfy(name -> assertThat(guide).containsPattern("\\| `" + name + "[:(`]"));
    }

    @Test
    void shouldFollowAWindow() throws Throwable {
        assertPrints("""
            NaN false
            NaN false
            61810.0 true
            61820.0 true
            61830.0 true
            61830.0, width 5.28220333771778E-4
            5 candles: 100.0
            would be 61843.333333333336, is 61830.0
            """, IndicatorValues::run);
    }

    @Test
    void shouldGoOnAfterARestart() throws Throwable {
        assertPrints("""
            120 bytes: 109.0 3.0
            10 candles: 109.0 3.0
            indicator state must be of the indicators ema:4,atr:3 with the fingerprint -858718976: fingerprint=915011588
            """, (memory, btc) -> SavedIndicators.run(memory));
    }

    @Test
    void shouldBeShared() throws Throwable {
        assertPrints("""
            true
            1.5
            1 hit, 3 misses, 1 eviction
            indicator was evicted: indicator=ema:2, instrument=BTCUSDT
            """, SharedIndicators::run);
    }

    @Test
    void shouldRunAFormulaOfOnesOwn() throws Throwable {
        assertPrints("""
            NaN NaN
            0.0 NaN
            3.0 1.5
            8.0 5.5
            """, (memory, btc) -> OwnFormula.run(memory));
    }

    @Test
    void shouldRunAStrategyOfTa4j() throws Throwable {
        assertPrints("""
            enter at 45: 61850.0
            enter at 85: 61850.0
            """, Ta4jOnAWindow::run);
    }

    private static void assertPrints(String expected, Sample sample) throws Throwable {
        Instrument btc = new InstrumentRegistry(1).register("BTCUSDT", 2, 5);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            assertThat(Printed.by(() -> sample.run(memory, btc))).isEqualTo(expected);
            assertThat(memory.usedBytes()).isZero();
        }
    }
}
