package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;

/** Windrow's own windows. */
final class WindrowIntake extends Intake {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final TradeWindow trades;
    private final CandleBuilder candles;

    WindrowIntake(CandleLayout layout) {
        Instrument instrument = new Instrument(0, "BTCUSDT", PRICE_DECIMALS, QUANTITY_DECIMALS);
        trades = TradeWindow.open(memory, instrument, TRADES);
        CandleSpec[] specs =
            Arrays.stream(FRAMES).map(frame -> CandleSpec.of(frame).capacity(CANDLES).layout(layout)).toArray(CandleSpec[]::new);
        candles = CandleBuilder.open(memory, instrument, CandlePolicy.DEFAULT, window -> { }, specs);
    }

    @Override
    void onTrade(long timeNanos, long price, long quantity, long id, int side) {
        trades.append(timeNanos, price, quantity, id, side);
        candles.onTrade(timeNanos, price, quantity, id, side);
    }

    @Override
    long[] newest(int frame) {
        CandleWindow window = candles.window(frame);
        return new long[] {window.openTimeNanos(0), window.open(0), window.high(0), window.low(0), window.close(0), window.volume(0)};
    }

    @Override
    void close() {
        memory.close();
    }
}
