package io.windrow.pipeline.feeds;

/** Draws generated trades, one whenever it is wanted. */
final class GeneratorCursor implements FeedCursor {

    private final TradeGenerator generator;
    private final AliasTable popularity;
    /** The ids to be given, by the generator's own. */
    private final int[] ids;
    private SplitMix random;
    private GeneratedMarket market;
    private GeneratedArrivals arrivals;
    private long left;
    private int leftOfOrder;
    private int instrument;
    private long timeNanos;
    private long bits;

    GeneratorCursor(TradeGenerator generator, AliasTable popularity, int[] ids) {
        this.generator = generator;
        this.popularity = popularity;
        this.ids = ids;
        rewind(0);
    }

    @Override
    public void rewind(long shiftNanos) {
        random = new SplitMix(generator.seed());
        market = new GeneratedMarket(ids.length, random);
        arrivals = new GeneratedArrivals(generator.tradesPerSecond());
        left = generator.trades();
        leftOfOrder = 0;
        timeNanos = generator.startNanos() + shiftNanos;
    }

    @Override
    public boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        bits = random.next();
        if (leftOfOrder == 0) {
            timeNanos += arrivals.nextOrder(bits);
            instrument = popularity.draw(random.next());
            market.order(instrument, bits >>> 44);
            leftOfOrder = GeneratorTables.run(bits >>> 52);
            bits = random.next();
        } else {
            timeNanos += GeneratedArrivals.withinRun(bits);
        }
        leftOfOrder--;
        market.move(instrument, bits);
        return true;
    }

    @Override
    public int instrumentId() {
        return ids[instrument];
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public void deliver(MarketListener listener) {
        deliver((TradeListener) listener);
    }

    void deliver(TradeListener listener) {
        listener.onTrade(ids[instrument], timeNanos, market.price(instrument), market.quantity(instrument, bits >>> 49),
            market.id(instrument), market.side(instrument));
    }

    @Override
    public void close() {
        left = 0;
    }
}
