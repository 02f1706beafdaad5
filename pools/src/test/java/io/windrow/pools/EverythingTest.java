package io.windrow.pools;

import java.util.List;

class EverythingTest extends MessageContract<Everything> {

    private static final String[] SYMBOLS = {"", "F", "SPY", "AAPL"};
    private static final String[] CLIENTS = {"", "1234567", "12345678", "123456789", "exactly13char"};

    @Override
    Everything make() {
        return new Everything();
    }

    @Override
    int bytes() {
        return 64;
    }

    @Override
    void set(Everything target, int number, long one, long other) {
        target.set(number, one, (number & 1) == 1, Double.longBitsToDouble(0x3ff0_0000_0000_0000L | other >>> 12), text(one, SYMBOLS),
            TradeTest.side(number), CandleTest.kind(number), text(other, CLIENTS));
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(number, one, (number & 1) == 1, Double.longBitsToDouble(0x3ff0_0000_0000_0000L | other >>> 12), text(one, SYMBOLS),
            TradeTest.side(number), CandleTest.kind(number), text(other, CLIENTS));
    }

    @Override
    List<Object> values(Everything source) {
        return List.of(FieldValues.all(source).toArray());
    }

    private static String text(long number, String[] texts) {
        return texts[(int) Math.floorMod(number, (long) texts.length)];
    }
}
