package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.MB;
import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.MemoryManager.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryManagerTest {

    private final SampleFeed feed = new SampleFeed();
    private final SampleFeed source = new SampleFeed();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final List<CleanUpReport> reports = Collections.synchronizedList(new ArrayList<>());

    private MemoryManagerBuilder builder() {
        return MemoryManager.builder(source).onAlarm(alarms::add).onCleanUp(reports::add);
    }

    /** An engine of this much memory that uses so many per cent of a core. */
    private static SampleFeed.Shape engine(long resident, long percent) {
        return (sample, second) -> {
            sample.set(Figure.RESIDENT, resident);
            sample.set(Figure.THREADS, 14);
            sample.set(Figure.CPU, second * SECOND * percent / 100);
        };
    }

    @Test
    void shouldCheckAtTheFirstSampleAndThenEachInterval() {
        try (MemoryManager manager = builder().build()) {
            feed.run(manager, 1, engine(30 * MB, 5));
            assertThat(manager.checks()).isOne();
            feed.run(manager, 299, engine(50 * MB, 5));
            assertThat(manager.checks()).isOne();
            assertThat(manager.level(Figure.RESIDENT)).isEqualTo(Level.GOOD);
            feed.run(manager, 1, engine(50 * MB, 5));
            assertThat(manager.checks()).isEqualTo(2);
            assertThat(manager.level(Figure.RESIDENT)).isEqualTo(Level.WARN);
        }
    }

    @Test
    void shouldTellAnAlarmWhenAFigureRisesAndNotWhileItStays() {
        try (MemoryManager manager = builder().checkEvery(Duration.ofSeconds(1)).build()) {
            feed.run(manager, 3, engine(40 * MB, 5)).run(manager, 3, engine(40 * MB + 1, 5)).run(manager, 3, engine(61 * MB, 5));
            feed.run(manager, 3, engine(50 * MB, 5)).run(manager, 3, engine(61 * MB, 5)).run(manager, 3, (sample, second) -> { });
            assertThat(alarms).extracting(Alarm::severity).containsExactly(Severity.MEDIUM, Severity.CRITICAL, Severity.CRITICAL);
            assertThat(alarms).extracting(Alarm::name)
                .containsExactly("residentBytes above 40000000", "residentBytes above 60000000", "residentBytes above 60000000");
            assertThat(alarms.get(1).text()).isEqualTo("Resident memory of the process, residentBytes, is 61 MB, above 60 MB");
            assertThat(manager.warnings()).isOne();
            assertThat(manager.criticals()).isEqualTo(2);
            assertThat(manager.level(Figure.RESIDENT)).as("not known").isEqualTo(Level.GOOD);
        }
    }

    @Test
    void shouldWatchThreadsAndFilesAndWhatItIsTold() {
        try (MemoryManager manager = builder().limit(Figure.OFF_HEAP, 1, 2).build()) {
            feed.run(manager, 1, (sample, second) -> {
                sample.set(Figure.THREADS, 101);
                sample.set(Figure.OPEN_FILES, 801);
                sample.set(Figure.OFF_HEAP, 2);
            });
            assertThat(alarms).extracting(Alarm::name).containsExactly("openFiles above 800", "threads above 100", "offHeapBytes above 1");
        }
    }

    @Test
    void shouldRunHooksInOrderAndMeasureWhatEachFreed() throws InterruptedException {
        source.set(Figure.RESIDENT, 50 * MB);
        try (MemoryManager manager = builder().hook("first", () -> {
            ran.add("first");
            source.set(Figure.RESIDENT, 45 * MB);
        }).hook("broken", () -> {
            ran.add("broken");
            throw new IllegalStateException("no cache");
        }).hook("last", () -> {
            ran.add("last");
            source.set(Figure.RESIDENT, 44 * MB);
        }).build()) {
            feed.run(manager, 1800, engine(30 * MB, 90));
            assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            assertThat(ran).as("half an hour is not over").isEmpty();
            feed.run(manager, 1, engine(30 * MB, 90));
            assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            assertThat(ran).containsExactly("first", "broken", "last");
            assertThat(manager.hookFailures()).isOne();
            assertThat(manager.cleanUps()).isOne();
            assertThat(reports).containsExactly(manager.lastReport());
        }
        assertThat(reports.get(0).reason()).isEqualTo("the interval is over");
        assertThat(reports.get(0).steps()).extracting(CleanUpReport.Step::error).containsExactly("", "no cache", "");
        assertThat(reports.get(0).steps()).extracting(step -> step.difference().change(Figure.RESIDENT))
            .containsExactly(-5 * MB, 0L, -MB);
        assertThat(reports.get(0).toJson())
            .startsWith("{\"reason\":\"the interval is over\",\"dryRun\":false,\"steps\":[{\"name\":\"first\",\"tookSeconds\":")
            .containsPattern("^[^}]*\"tookSeconds\":\\d+\\.\\d+,");
    }

    @Test
    void shouldCleanUpAtEachCheckWhileAFigureIsCritical() throws InterruptedException {
        try (MemoryManager manager = builder().hook("hook", () -> ran.add("hook")).build()) {
            for (int i = 0; i < 3; i++) {
                feed.run(manager, 300, engine(70 * MB, 90));
                assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            }
            assertThat(ran).hasSize(3);
            assertThat(reports.get(0).reason()).isEqualTo("residentBytes is critical");
        }
    }

    @Test
    void shouldCollectOnlyWhenLoadIsLow() throws InterruptedException {
        try (MemoryManager manager = collecting()) {
            feed.run(manager, 301, engine(50 * MB, 50));
            assertThat(manager.collections()).isZero();
            assertThat(manager.collectionsPutOff()).isEqualTo(2);
            long busy = 300 * SECOND / 2;
            feed.run(manager, 20, (sample, second) -> {
                engine(50 * MB, 0).set(sample, second);
                sample.set(Figure.CPU, busy);
                sample.set(Figure.RING_USED, 101);
            });
            assertThat(manager.collections()).as("events wait").isZero();
            SampleFeed.Shape idle = (sample, second) -> {
                engine(50 * MB, 0).set(sample, second);
                sample.set(Figure.CPU, busy);
                sample.set(Figure.RING_USED, 100);
            };
            feed.run(manager, 2, idle);
            assertThat(manager.collections()).as("two samples are too few").isZero();
            feed.run(manager, 1, idle);
            assertThat(manager.collections()).isOne();
            assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            assertThat(ran).containsExactly("collection");
            assertThat(reports.get(0).steps()).extracting(CleanUpReport.Step::name).containsExactly("collection");
        }
    }

    @Test
    void shouldNotCollectWhereLoadOrMemoryGivesNoReason() {
        try (MemoryManager manager = collecting()) {
            feed.run(manager, 1000, engine(40 * MB, 0));
            assertThat(manager.collections()).as("memory is good").isZero();
            feed.run(manager, 1000, (sample, second) -> sample.set(Figure.RESIDENT, 50 * MB));
            assertThat(manager.collections()).as("processor time is not known").isZero();
        }
        try (MemoryManager manager = collecting()) {
            feed.run(manager, 1000, (sample, second) -> {
                engine(30 * MB, 0).set(sample, second);
                sample.set(Figure.THREADS, 300);
            });
            assertThat(manager.collections()).as("threads are not freed by it").isZero();
        }
    }

    @Test
    void shouldKeepTheDistanceBetweenTwoCollections() {
        try (MemoryManager manager = collecting()) {
            feed.run(manager, 3600, engine(50 * MB, 0));
            assertThat(manager.collections()).as("at 3 s and at 1804 s or the check after it").isEqualTo(2);
        }
    }

    @Test
    void shouldOnlyNameWhatItWouldDoInADryRun() throws InterruptedException {
        try (MemoryManager manager = builder().dryRun(true).hook("hook", () -> ran.add("hook"))
            .collectWhenIdle(() -> ran.add("collection"), 0.25, 100, Duration.ofMinutes(30)).build()) {
            feed.run(manager, 10, engine(70 * MB, 0));
            assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            assertThat(ran).isEmpty();
            assertThat(manager.collections()).isOne();
            assertThat(reports).extracting(CleanUpReport::dryRun).containsExactly(true, true);
            assertThat(reports.get(1).toJson()).isEqualTo("{\"reason\":\"memory is above its warning and the load is low\",\"dryRun\":true,"
                + "\"steps\":[{\"name\":\"collection\",\"tookSeconds\":0,\"error\":\"\"}]}");
        }
    }

    @Test
    void shouldCleanUpThoughTheSourceIsLost() throws InterruptedException {
        source.lost = "gone";
        try (MemoryManager manager = builder().hook("hook", () -> ran.add("hook")).build()) {
            manager.requestCleanUp();
            assertThat(manager.awaitIdle(20 * SECOND)).isTrue();
            assertThat(ran).containsExactly("hook");
            assertThat(manager.lastReport().steps().get(0).difference()).isNull();
        }
    }

    @Test
    void shouldEndWithAHookThatHangs() {
        MemoryManager manager = builder().hook("hook", () -> new CountDownLatch(1).await()).build();
        manager.requestCleanUp();
        manager.close();
        manager.close();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("windrow-memory-manager");
    }

    @Test
    void shouldGoOnWhenTheClockIsSetBack() {
        try (MemoryManager manager = builder().build()) {
            feed.run(manager, 3601, engine(30 * MB, 5)).skip(-3600).run(manager, 1, engine(50 * MB, 5));
            assertThat(manager.level(Figure.RESIDENT)).isEqualTo(Level.WARN);
        }
    }

    @Test
    void shouldAllocateNothingForASample() {
        try (MemoryManager manager = builder().checkEvery(Duration.ofSeconds(2)).cleanUpEvery(Duration.ofDays(1000)).build()) {
            SampleFeed.Shape shape = LeakSentinelTest::quiet;
            Allocations.assertNone(() -> feed.run(manager, 1, shape));
            assertThat(manager.checks()).isGreaterThan(10_000);
        }
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> builder().limit(Figure.CPU, 1, 2)).hasMessage("figure must be a level: figure=cpuSeconds");
        assertThatThrownBy(() -> builder().limit(Figure.RESIDENT, 2, 1)).hasMessage("critical must be at least 2: critical=1");
        assertThatThrownBy(() -> builder().hook("a", () -> { }).hook("a", () -> { })).hasMessage("name must not be taken: name=a");
        assertThatThrownBy(() -> builder().collectWhenIdle(() -> { }, 1.5, 0, Duration.ofSeconds(1)))
            .hasMessage("cpuShare must be 0 to 1: cpuShare=1.5");
    }

    private MemoryManager collecting() {
        return builder().collectWhenIdle(() -> ran.add("collection"), 0.25, 100, Duration.ofMinutes(30)).build();
    }
}
