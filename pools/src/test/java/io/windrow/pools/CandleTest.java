package io.windrow.pools;

import io.windrow.buffers.CandleKind;
import java.util.List;

class CandleTest extends MessageContract<Candle> {

    private static final CandleKind[] KINDS = CandleKind.values();

    @Override
    Candle make() {
        return new Candle();
    }

    @Override
    int bytes() {
        return 64;
    }

    @Override
    void set(Candle target, int number, long one, long other) {
        target.set(number, kind(number), one, other, ~one, ~other, one + other, one - other, one ^ 7);
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(number, kind(number), one, other, ~one, ~other, one + other, one - other, one ^ 7);
    }

    @Override
    List<Object> values(Candle source) {
        return List.of(source.instrumentId(), source.kind(), source.step(), source.openTimeNanos(), source.openPrice(), source.highPrice(),
            source.lowPrice(), source.closePrice(), source.volume());
    }

    static CandleKind kind(int number) {
        return KINDS[Math.floorMod(number, KINDS.length)];
    }
}
