package io.windrow.examples.samples;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.nio.charset.StandardCharsets;

/** Symbols to ids, texts to exact prices. */
final class Instruments {

    private Instruments() {
    }

    static void run() {
        // docs:begin
        InstrumentRegistry instruments = new InstrumentRegistry(100);
        Instrument btc = instruments.register("BTCUSDT", 2, 5, 8, 10, 1); // quote volumes with 8 decimals, tick 0.10, lot 0.00001
        byte[] line = "BTCUSDT,61837.60".getBytes(StandardCharsets.ISO_8859_1);
        int id = instruments.idOf(line, 0, 7);              // no string is made; -1 for a symbol that is not registered
        long price = Decimals.parse(line, 8, 16, btc.priceDecimals());
        System.out.println(id + " " + price + " " + btc.isOnTick(price) + " " + btc.isOnTick(price + 1));
        // docs:end
    }
}
