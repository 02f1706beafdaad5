package io.windrow.examples.samples;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleSnapshot;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.RangeSnapshot;
import io.windrow.buffers.ReadStatus;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;

/** A thread that does not write the window reads one row and a range of rows. */
final class OtherThreads {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private OtherThreads() {
    }

    static void run(OffHeapMemory memory, Instrument btc) throws InterruptedException {
        try (CandleWindow candles = CandleWindow.open(memory, btc, CandleSpec.of(Timeframe.minutes(1)).capacity(3))) {
            for (int i = 0; i < 4; i++) {
                candles.append(i * MINUTE_NANOS, 6180000, 6180100, 6179900, 6180000 + i, 50_000);
            }
            Thread reader = new Thread(() -> read(candles));
            reader.start();
            reader.join();
        }
    }

    private static void read(CandleWindow candles) {
        // docs:begin
        CandleSnapshot candle = new CandleSnapshot();                                              // once for each reading thread
        RangeSnapshot<CandleField> closes = new RangeSnapshot<>(100, List.of(CandleField.OPEN_TIME, CandleField.CLOSE));
        long newest = candles.newestSequence();
        if (candles.read(newest, candle) == ReadStatus.OK) {
            System.out.println("newest close " + candle.close());
        }
        if (candles.readRange(newest - 1, 2, closes) == ReadStatus.OK) {
            System.out.println("from " + closes.value(CandleField.CLOSE, 0) + " to " + closes.value(CandleField.CLOSE, 1));
        }
        System.out.println(candles.read(newest - 3, candle) + " " + candles.read(newest + 1, candle));
        // docs:end
    }
}
