package io.windrow.examples.samples;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowCache;
import io.windrow.buffers.memory.OffHeapMemory;

/** Three instruments share two windows. */
final class CachedWindows {

    private CachedWindows() {
    }

    static void run(OffHeapMemory memory) {
        // docs:begin
        InstrumentRegistry instruments = new InstrumentRegistry(3);
        Instrument btc = instruments.register("BTCUSDT", 2, 5);
        Instrument eth = instruments.register("ETHUSDT", 2, 4);
        Instrument sol = instruments.register("SOLUSDT", 2, 3);
        try (WindowCache<TradeWindow> cache = WindowCache.ofTrades(memory, instruments, 1_000, 2)) {
            TradeWindow trades = cache.get(btc.id());
            trades.append(0, 6180000, 100_000, 1, Side.BUY.code());
            cache.get(eth.id());
            cache.get(sol.id());                                                     // takes the place of btc, used least recently
            System.out.println(trades.isClosed() + " " + (cache.peek(btc.id()) == null));
            System.out.println(cache.get(btc.id()).size() + " rows, next sequence " + trades.oldestSequence());
            System.out.println(cache.hits() + " hits, " + cache.misses() + " misses, " + cache.evictions() + " evictions");
        }
        // docs:end
    }
}
