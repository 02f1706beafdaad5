package io.windrow.examples.run;

import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;

/**
 * Buys at the ask when four times as much is bid as is offered, and sells at the bid in the mirror case; again only after the sizes were
 * in balance.
 */
final class ImbalanceStrategy implements Strategy {

    private static final int FACTOR = 4;

    private Side[] sides;

    @Override
    public void onStart(StrategyContext context) {
        sides = new Side[context.instruments().size()];
    }

    @Override
    public void onQuote(QuoteWindow quotes, StrategyContext context) {
        int id = quotes.instrument().id();
        Side side = heavier(quotes.bidSize(0), quotes.askSize(0));
        if (side != null && side != sides[id]) {
            context.signal(id, side, side == Side.BUY ? quotes.ask(0) : quotes.bid(0));
        }
        sides[id] = side;
    }

    /** Null where neither is. */
    private static Side heavier(long bidSize, long askSize) {
        if (bidSize / FACTOR >= askSize) {
            return bidSize == 0 ? null : Side.BUY;
        }
        return askSize / FACTOR >= bidSize ? Side.SELL : null;
    }
}
