package io.windrow.examples.soak.child;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.PipelineSettings;
import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.ObjectPool;
import java.nio.file.Path;
import java.time.Duration;

/** What outlives a trading day: instruments, the memory and its ledger, the pool of tickets, the folder of logs. */
final class EngineHouse implements AutoCloseable {

    private static final int TICKETS = 4_096;
    private static final long SPARE_BYTES = 64L << 20;

    final SoakSettings settings;
    final PipelineSettings sizes;
    final InstrumentRegistry instruments;
    final OffHeapMemory memory;
    final ConcurrentPool<Ticket> tickets = ObjectPool.of(Ticket::new).name("tickets").capacity(TICKETS)
        .leakAfter(Duration.ofSeconds(5)).concurrent();
    final Path folder;

    EngineHouse(SoakSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        sizes = PipelineSettings.development().with("instruments", Integer.toString(settings.instruments()));
        instruments = generator(0, 0, 1).registry();
        memory = OffHeapMemory.withBudget(PipelineSettings.production().budgetBytes() + SPARE_BYTES);
    }

    /** The trades of a part of a day, in its own time; the same for the same day. */
    TradeGenerator generator(int day, long startSecond, long trades) {
        long start = TradeGenerator.DEFAULT_START_NANOS + ((long) day * SoakSettings.DAY_SECONDS + startSecond) * 1_000_000_000L;
        return TradeGenerator.builder().instruments(settings.instruments()).tradesPerSecond(settings.rate()).trades(trades)
            .seed(31L * day + startSecond).startTimeNanos(start).build();
    }

    @Override
    public void close() {
        tickets.close();
        memory.close();
    }
}
