package io.windrow.examples.samples;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;

/** A window that is filled by hand: indexes, sequences, scans. */
final class CandleWindows {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private CandleWindows() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        try (CandleWindow candles = CandleWindow.open(memory, btc, CandleSpec.of(Timeframe.minutes(1)).capacity(3))) {
            for (int i = 0; i < 4; i++) {
                long open = 6180000 + 100 * i;
                candles.append(i * MINUTE_NANOS, open, open + 150, open - 50, open + 100, 50_000);
            }
            System.out.println(candles.close(0) + " is " + candles.closeAsDouble(0));
            System.out.println("rows " + candles.oldestSequence() + " to " + candles.newestSequence());
            System.out.println("highest " + candles.maximum(CandleField.HIGH, 3) + ", mean " + candles.mean(CandleField.CLOSE, 2));
            long[] closes = new long[candles.size()];
            candles.copy(CandleField.CLOSE, candles.size(), closes, 0);
            System.out.println(Arrays.toString(closes));
            candles.close(3); // overwritten
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        // docs:end
    }
}
