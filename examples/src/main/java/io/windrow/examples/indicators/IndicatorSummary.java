package io.windrow.examples.indicators;

import static io.windrow.examples.input.InputSummary.count;
import static io.windrow.examples.input.InputSummary.note;
import static io.windrow.examples.input.InputSummary.time;

import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.examples.input.InputSummary;
import io.windrow.examples.input.SymbolInput;
import io.windrow.pipeline.feeds.FeedReport;
import java.io.PrintStream;

/** What a run did, for people. */
final class IndicatorSummary {

    private final SymbolInput input;
    private final PrintStream err;

    IndicatorSummary(SymbolInput input, PrintStream err) {
        this.input = input;
        this.err = err;
    }

    void print(FeedReport report, IndicatorFeed feed, IndicatorSet set, long usedBytes) {
        InputSummary.print(report, input.feed().content(), err);
        err.println("candles of " + input.instrument().symbol() + ": " + count(feed.taken()) + " taken, opened " + time(feed.firstNanos())
            + " to " + time(feed.lastNanos()) + note(feed.notLater(), " not later than the one before and left out")
            + note(feed.otherSymbols(), " of other symbols"));
        err.println("indicators: " + set.size() + "; " + count(usedBytes) + " bytes off the heap");
        for (int i = 0; i < set.size(); i++) {
            printUnready(set.get(i));
        }
    }

    private void printUnready(Indicator indicator) {
        if (!indicator.isReady()) {
            err.println("note: " + indicator + " needs " + count(indicator.warmUpPeriod()) + " candles");
        }
    }
}
