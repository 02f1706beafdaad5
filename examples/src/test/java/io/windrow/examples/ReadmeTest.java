package io.windrow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.examples.quickstart.Quickstart;
import io.windrow.pipeline.TradingPipeline;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README shows code that is compiled and run, and numbers that are worked out. */
class ReadmeTest {

    private static final String README = "README.md";

    @Test
    void shouldShowTheQuickstartAsItIsCompiled() throws IOException {
        assertThat(CompiledBlocks.ofDocument(README)).hasSize(1).isEqualTo(CompiledBlocks.ofSources("quickstart"));
    }

    @Test
    void shouldStayShort() throws IOException {
        assertThat(CompiledBlocks.text(README).lines()).hasSizeLessThan(150);
    }

    @Test
    void shouldPrintTheSignalsOfTheQuickstart() throws Throwable {
        assertThat(Printed.by(() -> Quickstart.main(new String[0]))).isEqualTo("BUY at 6183813\nBUY at 6183863\n");
    }

    @Test
    void shouldSayTheBytesThatThePlanOfItsExampleSays() throws IOException {
        InstrumentRegistry instruments = new InstrumentRegistry(20);
        for (int i = 0; i < 20; i++) {
            instruments.register("S" + i, 2, 5);
        }
        long planned = TradingPipeline.builder().instruments(instruments).candles(200).trades(1_024).ringSize(1_024).signals(256)
            .plannedBytes();
        assertThat(CompiledBlocks.text(README)).contains("20 instruments, 3 frames, 200 candles, 1,024 trades, ring 1,024, 256 signals: "
            + String.format(Locale.ROOT, "%,d bytes", planned));
    }
}
