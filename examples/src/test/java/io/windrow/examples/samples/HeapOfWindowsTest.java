package io.windrow.examples.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.CompiledBlocks;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What the guide says of windows' bytes on the heap, weighed. */
class HeapOfWindowsTest {

    private static final int WINDOWS = 1_000;
    private static final CandleListener IGNORE = window -> { };

    /** JOL asks for it where there are records among the objects. */
    @BeforeAll
    static void weighRecords() {
        System.setProperty("jol.magicFieldOffset", "true");
    }

    @Test
    void shouldSayWhatAWindowOfAGroupTakesOnTheHeap() throws IOException {
        InstrumentRegistry instruments = new InstrumentRegistry(WINDOWS);
        for (int i = 0; i < WINDOWS; i++) {
            instruments.register("S" + i, 2, 5);
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 24);
            WindowGroup<CandleWindow> candles = WindowGroup.ofCandles(memory, instruments, CandleSpec.of(Timeframe.days(1)), 0, 1);
            WindowGroup<TradeWindow> trades = WindowGroup.ofTrades(memory, instruments, 100)) {
            assertSaysAbout(" takes about %d bytes (candles)", addedBytes(candles, instruments, memory));
            assertSaysAbout(" or %d (trades, quotes)", addedBytes(trades, instruments, memory));
            long before = addedBytes(candles, instruments, memory);
            CandleBuilder[] builders = new CandleBuilder[WINDOWS];
            for (int i = 0; i < WINDOWS; i++) {
                builders[i] = CandleBuilder.over(memory, CandlePolicy.DEFAULT, IGNORE, candles.get(i));
            }
            assertSaysAbout(" its forming candle %d more", addedBytes(candles, instruments, memory) - before);
            assertSaysAbout(" about %d beside that", addedBytes(builders, instruments, memory, candles));
        }
    }

    /** Within a tenth: other virtual machines lay objects out in other ways. */
    private static void assertSaysAbout(String sentence, long bytes) throws IOException {
        Pattern pattern = Pattern.compile(Pattern.quote(sentence).replace("%d", "\\E(\\d+)\\Q"));
        Matcher said = pattern.matcher(CompiledBlocks.text(DocsTest.GUIDE.document()).replace('\n', ' '));
        assertThat(said.find()).as(sentence).isTrue();
        assertThat(Long.parseLong(said.group(1))).as(sentence).isCloseTo(bytes / WINDOWS, Percentage.withPercentage(10));
    }

    /**
     * What earlier tests have let go hangs on the same list of things to clean as the memory. A weighing counts if nothing of it has gone
     * meanwhile: if the rest weighs as much behind it as before.
     */
    private static long addedBytes(Object added, Object... rest) {
        Object[] all = Arrays.copyOf(rest, rest.length + 1);
        all[rest.length] = added;
        for (int i = 0; i < 50; i++) {
            long before = heapBytes(rest);
            long with = heapBytes(all);
            if (heapBytes(rest) == before) {
                return with - before;
            }
        }
        throw new AssertionError("what earlier tests have let go goes away all the time");
    }

    private static long heapBytes(Object... roots) {
        return GraphLayout.parseInstance(roots).totalSize();
    }
}
