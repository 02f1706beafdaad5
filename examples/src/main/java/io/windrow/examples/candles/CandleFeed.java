package io.windrow.examples.candles;

import io.windrow.examples.input.InputProgress;
import io.windrow.examples.input.SymbolInput;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.FileCandleSource;
import io.windrow.pipeline.feeds.FileQuoteSource;
import io.windrow.pipeline.feeds.FileTradeSource;
import java.io.IOException;

/** Puts the rows of a plan's files into a maker of candles. */
final class CandleFeed {

    private static final String MAKING = "making candles";

    private final CandlePlan plan;
    private final SymbolInput input;
    private final CandleMaker maker;
    private long otherSymbols;
    private long notQuoted;
    private long previousNanos;
    private long stepNanos;
    private long leastRemainingNanos = Long.MAX_VALUE;

    CandleFeed(CandlePlan plan, CandleMaker maker) {
        this.plan = plan;
        input = plan.input();
        this.maker = maker;
    }

    /** Reads all, and answers what became of every line. */
    FeedReport replay() throws IOException {
        return switch (plan.feed().content()) {
            case TRADES -> trades();
            case QUOTES -> quotes();
            case CANDLES -> candles();
            case DEPTH -> throw new IllegalArgumentException("candles cannot be made of depth: content=depth");
        };
    }

    private FeedReport trades() throws IOException {
        FileTradeSource source = new FileTradeSource(input.files(), input.feed(), input.scan().registry());
        return InputProgress.during(MAKING, source.progress(), () -> {
            source.replay((id, timeNanos, price, quantity, tradeId, sideCode) -> {
                if (isOurs(id)) {
                    maker.onTrade(timeNanos, price, quantity, tradeId, sideCode);
                }
            });
            return source.report();
        });
    }

    private FeedReport quotes() throws IOException {
        FileQuoteSource source = new FileQuoteSource(input.files(), input.feed(), input.scan().registry());
        return InputProgress.during(MAKING, source.progress(), () -> {
            source.replay((id, timeNanos, bid, bidSize, ask, askSize) -> {
                if (isOurs(id)) {
                    onQuote(timeNanos, bid, ask);
                }
            });
            return source.report();
        });
    }

    private void onQuote(long timeNanos, long bid, long ask) {
        if (plan.side().isQuoted(bid, ask)) {
            maker.onQuote(timeNanos, bid, ask);
        } else {
            notQuoted++;
        }
    }

    private FeedReport candles() throws IOException {
        FileCandleSource source = new FileCandleSource(input.files(), input.feed(), input.scan().registry());
        return InputProgress.during(MAKING, source.progress(), () -> {
            source.replay((id, openTimeNanos, open, high, low, close, volume, quoteVolume, count, takerBuyVolume, takerBuyQuoteVolume) -> {
                if (isOurs(id)) {
                    noteStep(openTimeNanos);
                    maker.onCandle(openTimeNanos, open, high, low, close, volume, quoteVolume, count, takerBuyVolume, takerBuyQuoteVolume);
                }
            });
            return source.report();
        });
    }

    private boolean isOurs(int id) {
        otherSymbols += id == input.id() ? 0 : 1;
        return id == input.id();
    }

    /** Keeps the largest span of which all distances between candles are multiples, and how near to the end of one of ours they open. */
    private void noteStep(long openTimeNanos) {
        long a = previousNanos == 0 ? 0 : Math.abs(openTimeNanos - previousNanos);
        previousNanos = openTimeNanos;
        leastRemainingNanos =
            Math.min(leastRemainingNanos, plan.spec().timeframe().closeTimeNanos(openTimeNanos) - openTimeNanos);
        for (long b = stepNanos; b != 0; ) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        stepNanos = a;
    }

    long otherSymbols() {
        return otherSymbols;
    }

    /** Quotes without a price on the side that is charted. */
    long notQuoted() {
        return notQuoted;
    }

    /** Whether a candle of the input that is as long as they lie apart ends after the one it counts in. */
    boolean reachesOver() {
        return stepNanos > leastRemainingNanos;
    }

    /** The largest span of which all distances between candles of the input are multiples; 0 unless it has two. */
    long stepNanos() {
        return stepNanos;
    }
}
