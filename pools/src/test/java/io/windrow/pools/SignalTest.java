package io.windrow.pools;

import java.util.List;

class SignalTest extends MessageContract<Signal> {

    @Override
    Signal make() {
        return new Signal();
    }

    @Override
    int bytes() {
        return 56;
    }

    @Override
    void set(Signal target, int number, long one, long other) {
        target.set(number, ~number, TradeTest.side(number), one, other, ~one, ~other, one ^ other);
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(number, ~number, TradeTest.side(number), one, other, ~one, ~other, one ^ other);
    }

    @Override
    List<Object> values(Signal source) {
        return List.of(source.strategyId(), source.instrumentId(), source.side(), source.stepNanos(), source.candleTimeNanos(),
            source.price(), source.dueNanos(), source.eventSequence());
    }
}
