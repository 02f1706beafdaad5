package io.windrow.examples.samples.metrics;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.LeakSentinel;
import io.windrow.metrics.watch.WatchAction;
import io.windrow.metrics.watch.WatchRule;
import io.windrow.metrics.watch.Watchdog;
import java.time.Duration;
import java.util.List;

/** A sentinel and a watchdog that are told each sample. */
final class LeakAlarms {

    private LeakAlarms() {
    }

    static void run() {
        // docs:begin
        LeakSentinel sentinel = LeakSentinel.builder().targetHours(24).warmUp(Duration.ofMinutes(10))
            .onFinding(alarm -> System.out.println(alarm.text())).build();
        Watchdog watchdog = Watchdog.builder()
            .rule(WatchRule.above(Figure.RESIDENT, 60_000_000).forSamples(3), WatchAction.log(System.err))
            .rule(WatchRule.record(Figure.STOP_LONGEST, 50_000_000), WatchAction.command(List.of("./page-me"), Duration.ofSeconds(10)))
            .build();
        try (watchdog; EngineMetrics metrics = EngineMetrics.builder().listener(sentinel).listener(watchdog).start()) {
            metrics.sampleNow();
            System.out.println(sentinel.cleanHours() + " clean hours, target reached: " + sentinel.isTargetReached());
        }
        // docs:end
    }
}
