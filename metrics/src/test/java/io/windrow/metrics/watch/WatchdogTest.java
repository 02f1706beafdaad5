package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.MB;
import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.metrics.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogTest {

    private static final long LIMIT = 60 * MB;

    @TempDir
    private Path folder;

    private final SampleFeed feed = new SampleFeed();
    private final List<WatchEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final WatchAction keep = event -> {
        events.add(event);
        return 0;
    };

    private static SampleFeed.Shape level(Figure figure, long value) {
        return (sample, second) -> sample.set(figure, value);
    }

    @Test
    void shouldFireOnceAfterSoManySamplesInARow() throws InterruptedException {
        try (Watchdog dog = Watchdog.builder().rule(WatchRule.above(Figure.RESIDENT, LIMIT), keep).build()) {
            feed.run(dog, 5, level(Figure.RESIDENT, LIMIT));
            feed.run(dog, 2, level(Figure.RESIDENT, LIMIT + 1)).run(dog, 1, level(Figure.RESIDENT, LIMIT));
            feed.run(dog, 2, level(Figure.RESIDENT, LIMIT + 1)).run(dog, 1, (sample, second) -> { });
            feed.run(dog, 2, level(Figure.RESIDENT, LIMIT + 1));
            assertThat(dog.fired()).isZero();
            feed.run(dog, 100, level(Figure.RESIDENT, LIMIT + 1));
            assertThat(dog.fired()).isOne();
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.alarm().name()).isEqualTo("residentBytes above 60000000");
                assertThat(event.alarm().value()).isEqualTo(LIMIT + 1);
                assertThat(event.alarm().text()).isEqualTo("Resident memory of the process, residentBytes, is 60 MB, above 60 MB");
                assertThat(event.snapshot().get(Figure.RESIDENT)).isEqualTo(LIMIT + 1);
            });
        }
    }

    @Test
    void shouldFireAgainOnlyAfterATenthBelowAndTheCoolDown() {
        WatchRule rule = WatchRule.above(Figure.OPEN_FILES, 100).forSamples(1).coolDown(Duration.ofSeconds(10));
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 1, level(Figure.OPEN_FILES, 101)).run(dog, 20, level(Figure.OPEN_FILES, 90));
            feed.run(dog, 1, level(Figure.OPEN_FILES, 101));
            assertThat(dog.fired()).as("90 is not below 90").isOne();
            feed.run(dog, 1, level(Figure.OPEN_FILES, 89)).run(dog, 1, level(Figure.OPEN_FILES, 101));
            assertThat(dog.fired()).isEqualTo(2);
            feed.run(dog, 1, level(Figure.OPEN_FILES, 89)).run(dog, 8, level(Figure.OPEN_FILES, 101));
            assertThat(dog.fired()).as("the cool-down is not over").isEqualTo(2);
            feed.run(dog, 1, level(Figure.OPEN_FILES, 101));
            assertThat(dog.fired()).isEqualTo(3);
        }
    }

    @Test
    void shouldWatchForTooLittle() {
        WatchRule rule = WatchRule.below(Figure.LIVE_SOURCES, 2).forSamples(2).coolDown(Duration.ZERO);
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 5, level(Figure.LIVE_SOURCES, 2)).run(dog, 2, level(Figure.LIVE_SOURCES, 1));
            assertThat(dog.fired("liveSources below 2")).isOne();
            feed.run(dog, 1, level(Figure.LIVE_SOURCES, 2)).run(dog, 2, level(Figure.LIVE_SOURCES, 1));
            assertThat(dog.fired()).as("2 is not a tenth above").isOne();
            feed.run(dog, 1, level(Figure.LIVE_SOURCES, 3)).run(dog, 2, level(Figure.LIVE_SOURCES, 1));
            assertThat(dog.fired()).isEqualTo(2);
        }
    }

    @Test
    void shouldFindAStalledSource() {
        try (Watchdog dog = Watchdog.builder().rule(WatchRule.above(Figure.HEARTBEAT_AGE, 300 * SECOND)).build()) {
            feed.run(dog, 301, (sample, second) -> sample.set(Figure.HEARTBEAT_AGE, second * SECOND));
            assertThat(dog.fired()).isZero();
            feed.run(dog, 3, (sample, second) -> sample.set(Figure.HEARTBEAT_AGE, second * SECOND));
            assertThat(dog.fired()).isOne();
        }
    }

    @Test
    void shouldFindEachNewLongestPause() {
        WatchRule rule = WatchRule.record(Figure.STOP_LONGEST, 50_000_000).coolDown(Duration.ZERO);
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 10, level(Figure.STOP_LONGEST, 70_000_000));
            assertThat(dog.fired()).as("it was there before").isZero();
            feed.run(dog, 10, level(Figure.STOP_LONGEST, 71_000_000));
            assertThat(dog.fired()).isOne();
            feed.run(dog, 10, level(Figure.STOP_LONGEST, 90_000_000));
            assertThat(dog.fired()).isEqualTo(2);
        }
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 10, level(Figure.STOP_LONGEST, 1_000_000)).run(dog, 10, level(Figure.STOP_LONGEST, 50_000_000));
            assertThat(dog.fired()).as("not above").isZero();
        }
    }

    @Test
    void shouldFindGrowthPerMinuteAndNotASawtooth() {
        WatchRule rule = WatchRule.growth(Figure.RESIDENT, 100_000);
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 3600, (sample, second) -> sample.set(Figure.RESIDENT, 40 * MB + second * 1_000));
            assertThat(dog.fired()).as("60 kB a minute").isZero();
        }
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            feed.run(dog, 3600, (sample, second) -> sample.set(Figure.RESIDENT, 40 * MB + second % 20 * 500_000));
            assertThat(dog.fired()).as("teeth of 20 s").isZero();
            feed.run(dog, 3600, (sample, second) -> sample.set(Figure.RESIDENT, 40 * MB + second * 2_000));
            assertThat(dog.fired()).as("120 kB a minute").isOne();
        }
    }

    @Test
    void shouldTellTheGrowthItFound() throws InterruptedException {
        try (Watchdog dog = Watchdog.builder().rule(WatchRule.growth(Figure.OPEN_FILES, 3), keep).build()) {
            feed.run(dog, 1200, (sample, second) -> sample.set(Figure.OPEN_FILES, second / 10));
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
        }
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.alarm().value()).isEqualTo(6);
            assertThat(event.alarm().text()).isEqualTo("Open file descriptors, openFiles, is 6 a minute, growth per minute above 3");
        });
    }

    @Test
    void shouldKeepTheSnapshotInAProfilerAndAFile() throws IOException, InterruptedException {
        MemoryProfiler profiler = MemoryProfiler.builder().build();
        WatchRule rule = WatchRule.above(Figure.THREADS, 100).forSamples(1).named("../threads: too many");
        try (Watchdog dog = Watchdog.builder().rule(rule, keep).snapshotsTo(profiler).snapshotsTo(folder).build()) {
            feed.run(dog, 1, level(Figure.THREADS, 150));
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
            assertThat(dog.failures()).isZero();
        }
        assertThat(profiler.find("../threads: too many").get(Figure.THREADS)).isEqualTo(150);
        Path file = events.get(0).snapshotFile();
        assertThat(file).isEqualTo(folder.resolve("windrow-watch-2026-11-20T12-00-00Z-..-threads--too-many.json"));
        assertThat(Files.readString(file)).isEqualTo("{\"label\":\"../threads: too many\",\"time\":\"2026-11-20T12:00:00Z\",\"timeNanos\":"
            + SampleFeed.NOON + ",\"figures\":{\"threads\":150}}\n");
    }

    @Test
    void shouldRunActionsThoughTheSnapshotCannotBeWritten() throws InterruptedException {
        WatchRule rule = WatchRule.above(Figure.THREADS, 100).forSamples(1);
        try (Watchdog dog = Watchdog.builder().rule(rule, keep).snapshotsTo(folder.resolve("none")).build()) {
            feed.run(dog, 1, level(Figure.THREADS, 150));
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
            assertThat(dog.failures()).isOne();
            assertThat(dog.results().get(0).error()).startsWith("the file cannot be saved: file=" + folder.resolve("none"));
        }
        assertThat(events).singleElement().satisfies(event -> assertThat(event.snapshotFile()).isNull());
    }

    @Test
    void shouldRunTheNextActionAfterOneThatThrows() throws InterruptedException {
        WatchRule rule = WatchRule.above(Figure.THREADS, 100).forSamples(1);
        WatchAction broken = event -> {
            throw new IllegalStateException("broken");
        };
        List<WatchResult> told = Collections.synchronizedList(new ArrayList<>());
        try (Watchdog dog = Watchdog.builder().rule(rule, broken, event -> 3, keep).onResult(told::add).build()) {
            feed.run(dog, 1, level(Figure.THREADS, 150));
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
            assertThat(dog.results()).extracting(WatchResult::exitCode).containsExactly(-1, 3, 0);
            assertThat(dog.results()).extracting(WatchResult::error).containsExactly("broken", "", "");
            assertThat(dog.failures()).isEqualTo(2);
            assertThat(told).isEqualTo(dog.results());
        }
    }

    @Test
    void shouldNeverMakeTheSampleWaitForAnAction() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        WatchRule rule = WatchRule.record(Figure.THREADS, 0).coolDown(Duration.ZERO);
        Thread sampler = Thread.currentThread();
        WatchAction slow = event -> {
            assertThat(Thread.currentThread()).isNotSameAs(sampler);
            go.await();
            return 0;
        };
        try (Watchdog dog = Watchdog.builder().rule(rule, slow).build()) {
            feed.run(dog, 101, (sample, second) -> sample.set(Figure.THREADS, second));
            assertThat(dog.fired()).isEqualTo(100);
            assertThat(dog.droppedEvents()).as("one runs or waits to, 64 wait").isBetween(35L, 36L);
            assertThat(dog.awaitIdle(1_000_000)).isFalse();
            go.countDown();
            assertThat(dog.awaitIdle(20 * SECOND)).isTrue();
            assertThat(dog.failures()).isZero();
        }
    }

    @Test
    void shouldEndWithAnActionThatHangs() {
        WatchRule rule = WatchRule.above(Figure.THREADS, 100).forSamples(1);
        Watchdog dog = Watchdog.builder().rule(rule, event -> {
            new CountDownLatch(1).await();
            return 0;
        }).build();
        feed.run(dog, 1, level(Figure.THREADS, 150));
        dog.close();
        dog.close();
        feed.run(dog, 1, level(Figure.THREADS, 10)).skip(1000).run(dog, 1, level(Figure.THREADS, 150));
        assertThat(Stream.of("windrow-watchdog")).noneMatch(WatchdogTest::isThread);
        assertThat(dog.fired()).isEqualTo(2);
    }

    @Test
    void shouldAllocateNothingForASampleThatFiresNothing() {
        try (Watchdog dog = Watchdog.builder().rule(WatchRule.above(Figure.THREADS, 100)).rule(WatchRule.growth(Figure.RESIDENT, LIMIT))
            .rule(WatchRule.record(Figure.STOP_LONGEST, LIMIT)).rule(WatchRule.below(Figure.LIVE_SOURCES, 1)).build()) {
            SampleFeed.Shape shape = LeakSentinelTest::quiet;
            Allocations.assertNone(() -> feed.run(dog, 1, shape));
            assertThat(dog.fired()).isZero();
        }
    }

    @Test
    void shouldRefuseRulesOutOfRange() {
        assertThatThrownBy(() -> Watchdog.builder().build()).hasMessage("a watchdog needs at least one rule: rules=0");
        WatchRule rule = WatchRule.above(Figure.THREADS, 1);
        assertThatThrownBy(() -> Watchdog.builder().rule(rule).rule(rule)).hasMessage("name must not be taken: name=threads above 1");
        assertThatThrownBy(() -> rule.forSamples(0)).hasMessage("samples must be at least 1: samples=0");
        assertThatThrownBy(() -> rule.named(" ")).hasMessage("name must not be blank");
        assertThatThrownBy(() -> rule.coolDown(Duration.ofSeconds(-1))).hasMessage("coolDown must not be negative: coolDown=PT-1S");
        assertThatThrownBy(() -> WatchRule.above(Figure.THREADS, -1)).hasMessage("threshold must be at least 0: threshold=-1");
        try (Watchdog dog = Watchdog.builder().rule(rule).build()) {
            assertThatThrownBy(() -> dog.fired("x")).hasMessage("rule must be one of the watchdog's: rule=x");
        }
    }

    private static boolean isThread(String name) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(name));
    }
}
