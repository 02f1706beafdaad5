package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that writes down what it sees: of each event its type, instrument and the number that the test has published it under. */
final class Sights implements EventHandler<MarketEvent> {

    /** One event. */
    record Sight(int type, int instrumentId, long number) {

        static Sight of(MarketEvent event) {
            boolean tick = event.type() == MarketEvent.CLOCK;
            return new Sight(event.type(), tick ? 0 : event.instrumentId(), switch (event.type()) {
                case MarketEvent.TRADE -> event.tradeId();
                case MarketEvent.QUOTE -> event.bid();
                case MarketEvent.DEPTH -> event.updateId();
                default -> event.timeNanos();
            });
        }

        /** Publishes the event that is seen as this. */
        void publish(MarketPublisher publisher) {
            switch (type) {
                case MarketEvent.TRADE -> publisher.onTrade(instrumentId, 0, 1, 1, number, 0);
                case MarketEvent.QUOTE -> publisher.onQuote(instrumentId, 0, number, 1, number, 1);
                case MarketEvent.DEPTH -> publisher.onDepth(instrumentId, 0, 1, 1, 1, number, 0);
                case MarketEvent.CANDLE -> publisher.onCandle(instrumentId, number, 1, 1, 1, 1, 1, 0, 0, 0, 0);
                default -> publisher.onClock(number);
            }
        }

        boolean isReplaceable() {
            return type == MarketEvent.TRADE || type == MarketEvent.QUOTE;
        }
    }

    private final List<Sight> seen = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
        seen.add(Sight.of(event));
    }

    List<Sight> seen() {
        return seen;
    }

    List<Long> numbers() {
        return seen.stream().map(Sight::number).toList();
    }
}
