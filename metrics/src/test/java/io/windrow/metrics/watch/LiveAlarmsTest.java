package io.windrow.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A watchdog in an engine, and faults that are real: a stop of all threads, a source that falls silent. */
@Timeout(60)
class LiveAlarmsTest {

    private static final long MILLI = 1_000_000;
    private static final long SILENCE = 3_000 * MILLI;

    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

    @Test
    void shouldTellALongStopByItsName() throws InterruptedException {
        try (Watchdog watchdog = watchdog(WatchRule.record(Figure.STOP_LONGEST, MILLI / 2));
             EngineMetrics metrics = EngineMetrics.builder().every(Duration.ofMillis(10)).listener(watchdog).start()) {
            // Of an alarm that was there already this says nothing.
            long longest = metrics.pauses().maxNanos();
            long before = alarms.isEmpty() ? longest : 0;
            byte[][] live = new byte[2_000][];
            await(() -> {
                for (int i = 0; i < live.length; i++) {
                    live[i] = new byte[1_000];
                }
                System.gc();
                return alarms.size() > 0;
            });
            assertThat(alarms.get(0).figure()).isEqualTo(Figure.STOP_LONGEST);
            assertThat(alarms.get(0).value()).isGreaterThan(MILLI / 2).isGreaterThanOrEqualTo(before);
            assertThat(alarms.get(0).value()).isLessThanOrEqualTo(metrics.pauses().maxNanos());
        }
    }

    @Test
    void shouldTellASourceThatIsSilentAndNoneThatIsNot() throws InterruptedException {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        instruments.register("BTCUSDT", 2, 3);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
             TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).build().start();
             Watchdog watchdog = watchdog(WatchRule.above(Figure.HEARTBEAT_AGE, SILENCE).forSamples(2));
             EngineMetrics metrics = EngineMetrics.builder().pipeline("main", pipeline).every(Duration.ofMillis(10)).listener(watchdog)
                 .start()) {
            long longest = 0;
            long last = System.nanoTime();
            MarketPublisher feed = pipeline.publisher("feed");
            for (int i = 0; i < 50; i++) {
                feed.onTrade(0, i, 100, 1, i, Side.BUY.code());
                Thread.sleep(10);
                longest = Math.max(longest, System.nanoTime() - last);
                last = System.nanoTime();
            }
            boolean told = !alarms.isEmpty();
            longest = Math.max(longest, System.nanoTime() - last);
            assertThat(told && longest < SILENCE).as("%s though no silence was longer than %s ns", alarms, longest).isFalse();
            await(() -> alarms.size() > 0);
            assertThat(alarms.get(0).figure()).isEqualTo(Figure.HEARTBEAT_AGE);
            assertThat(alarms.get(0).value()).isGreaterThan(SILENCE);
            feed.ended();
            assertThat(metrics.failureCount()).isZero();
        }
    }

    private Watchdog watchdog(WatchRule rule) {
        return Watchdog.builder().rule(rule, WatchAction.tell(alarms::add)).build();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
