package io.windrow.examples.samples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.Guide;
import io.windrow.examples.Printed;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The guide to the pipeline shows code that is compiled and run, and prints what it says. */
class PipelineDocsTest {

    private static final Guide GUIDE = new Guide("docs/pipeline.md", "samples/pipeline", 360);

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
    void shouldDecideByQuotes() throws Throwable {
        assertPrints("SELL at 108499, event 2\n", QuoteStrategy::run);
    }

    @Test
    void shouldDecideByAnIndicator() throws Throwable {
        assertPrints("""
            192 bytes for indicators
            BUY at 9800
            BUY at 9700
            """, IndicatorStrategy::run);
    }

    @Test
    void shouldStartAgainAndTellOfAFault() throws Throwable {
        assertPrints("""
            0 left, 3 trades kept
            0 left, 6 trades kept
            1 fault, 1 strategy disabled
            TRADE BTCUSDT, time 1000
            """, LifeOfAPipeline::run);
    }

    @Test
    void shouldCallHandlersBeforeAndAfter() throws Throwable {
        assertPrints("""
            journal 6183763
            gateway 6183763
            """, OwnHandlers::run);
    }

    @Test
    void shouldConflate() throws Throwable {
        assertPrints("""
            true
            the newest is 10000, the source is LIVE
            """, FullRing::run);
    }

    @Test
    void shouldKeepTheOrderOfSignals() throws Throwable {
        assertPrints("XRP SOL ETH BTC true\n", SeveralThreads::run);
    }

    @Test
    void shouldMeasureLatency() throws Throwable {
        assertPrints("100 events, p99 known: true\n", MeasuredLatency::run);
    }

    @Test
    void shouldDecodeMessages() throws Throwable {
        assertPrints("""
            traded at 6183763, asked 6183764
            lines=4, rows=2, skipped=0, bad=2
            [ReasonCount[reason=not JSON, count=1], ReasonCount[reason=price is not a number, count=1]]
            """, LiveMessages::run);
    }

    @Test
    void shouldReplayMergedFiles() throws Throwable {
        assertPrints("""
            1 and 1 candle
            btc: lines=2, rows=2, skipped=0, bad=0
            eth: lines=3, rows=2, skipped=0, bad=1
            """, ReplayedFiles::run);
    }

    @Test
    void shouldWriteSignalsToAFile() throws Throwable {
        assertPrints("""
            event,time_nanos,symbol,side,price,frame,strategy
            0,1723161255342000000,BTCUSDT,BUY,61837.63,,0
            """, SignalsToAFile::run);
    }

    private static void assertPrints(String expected, ThrowingCallable sample) throws Throwable {
        assertThat(Printed.by(sample)).isEqualTo(expected);
    }
}
