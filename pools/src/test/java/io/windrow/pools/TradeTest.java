package io.windrow.pools;

import io.windrow.buffers.Side;
import java.util.List;

class TradeTest extends MessageContract<Trade> {

    private static final Side[] SIDES = Side.values();

    @Override
    Trade make() {
        return new Trade();
    }

    @Override
    int bytes() {
        return 48;
    }

    @Override
    void set(Trade target, int number, long one, long other) {
        target.set(number, side(number), one, other, ~one, ~other, one + other);
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(number, side(number), one, other, ~one, ~other, one + other);
    }

    @Override
    List<Object> values(Trade source) {
        return List.of(source.instrumentId(), source.side(), source.timeNanos(), source.price(), source.quantity(), source.tradeId(),
            source.dueNanos());
    }

    static Side side(int number) {
        return SIDES[Math.floorMod(number, 3)];
    }
}
