package io.windrow.pools;

import java.util.List;

class QuoteTest extends MessageContract<Quote> {

    @Override
    Quote make() {
        return new Quote();
    }

    @Override
    int bytes() {
        return 56;
    }

    @Override
    void set(Quote target, int number, long one, long other) {
        target.set(number, one, other, ~one, ~other, one + other, one - other);
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(number, one, other, ~one, ~other, one + other, one - other);
    }

    @Override
    List<Object> values(Quote source) {
        return List.of(source.instrumentId(), source.timeNanos(), source.bid(), source.bidSize(), source.ask(), source.askSize(),
            source.dueNanos());
    }
}
