package io.windrow.examples.samples.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.CompiledBlocks;
import io.windrow.examples.Guide;
import io.windrow.examples.Printed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The guide to pools shows code that is compiled and run, and prints what it says. */
class PoolsDocsTest {

    private static final Guide GUIDE = new Guide("docs/pools.md", "samples/pools", 300);
    private static final String ENGINES = "examples/src/main/java/io/windrow/examples/prove/engines/";

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
    void shouldShowTheSwapAsItIsInTheTwoEngines() throws IOException {
        List<String> shown = CompiledBlocks.between(CompiledBlocks.text(GUIDE.document()), "```diff\n", "\n```").get(0).lines().toList();
        assertThat(marked(shown, '-')).isNotEmpty().isSubsetOf(lines("ObjectEngine.java"));
        assertThat(marked(shown, '+')).isNotEmpty().isSubsetOf(lines("PooledEngine.java"));
    }

    @Test
    void shouldGiveBack() throws Throwable {
        assertPrints("""
            true
            BTCUSDT@61837
            """, OpenAndUse::run);
    }

    @Test
    void shouldReclaim() throws Throwable {
        assertPrints("""
            taken from 7
            object was reclaimed: pool=notes, slot=0
            """, WhenEmpty::run);
    }

    @Test
    void shouldCatchMisuse() throws Throwable {
        assertPrints("""
            object is released already: pool=notes, slot=0
            true
            object is released already: pool=notes, slot=0
            false
            object is released already: pool=notes, slot=0
            """, MisuseCaught::run);
    }

    @Test
    void shouldPoolAMessageOfOnesOwn() throws Throwable {
        assertPrints("""
            42 6183763
            fill 16064
            fill, 16 bytes
              0..7 long orderId
              8..15 long price
            """, OwnMessage::run);
    }

    @Test
    void shouldSweepWhatIsFlat() throws Throwable {
        assertPrints("""
            3 held, 1 swept
            1: 10
            3: 10
            """, Positions::run);
    }

    @Test
    void shouldHandOnInBatches() throws Throwable {
        assertPrints("""
            stored 3
            stored 1
            written
            """, BatchesAndWorkers::run);
    }

    @Test
    void shouldWatchAPoolOfSomebodyElse() throws Throwable {
        assertPrints("database 1 of 2, leaked -1\n", ForeignPool::run);
    }

    private static List<String> marked(List<String> diff, char mark) {
        return diff.stream().filter(line -> line.charAt(0) == mark).map(line -> line.substring(1).strip()).toList();
    }

    private static List<String> lines(String file) throws IOException {
        return CompiledBlocks.text(Path.of(ENGINES, file).toString()).lines().map(String::strip).toList();
    }

    private static void assertPrints(String expected, ThrowingCallable sample) throws Throwable {
        assertThat(Printed.by(sample)).isEqualTo(expected);
    }
}
