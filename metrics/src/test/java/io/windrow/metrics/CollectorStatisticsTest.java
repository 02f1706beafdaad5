package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorStatisticsTest {

    private static final int TRIES = 100;

    private final CollectorStatistics counters = CollectorStatistics.self();
    private final CollectorStatistics beans = CollectorStatistics.managed();

    @AfterEach
    void close() {
        counters.close();
        beans.close();
    }

    @Test
    void shouldPreferTheCounters() {
        assertThat(counters.source()).isEqualTo("hsperfdata");
        assertThat(counters.resolutionNanos()).isOne();
        assertThat(beans.source()).isEqualTo("MXBeans");
        assertThat(beans.resolutionNanos()).isEqualTo(1_000_000);
    }

    @Test
    void shouldCountTheCollectionsThatTheBeansCount() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        for (int i = 0; i < TRIES; i++) {
            long collections = counters.collections();
            long countedYoung = counters.youngCollections();
            long countedOld = counters.oldCollections();
            long young = beans.youngCollections();
            long old = beans.oldCollections();
            if (collections == counters.collections()) {
                assertThat(countedYoung).isEqualTo(young);
                assertThat(countedOld).isEqualTo(old).isGreaterThanOrEqualTo(3);
                return;
            }
        }
        throw new AssertionError("the collector never rested");
    }

    @Test
    void shouldCountTheLoadedClassesThatTheBeansCount() {
        counters.loadedClasses();
        for (int i = 0; i < TRIES; i++) {
            long before = counters.loadedClasses();
            long classes = beans.loadedClasses();
            if (before == counters.loadedClasses()) {
                assertThat(classes).isEqualTo(before);
                return;
            }
        }
        throw new AssertionError("classes were loaded all the time");
    }

    @Test
    void shouldTimeACollectionLikeTheBeansToTheirMillisecond() {
        long least = Long.MAX_VALUE;
        // The machine may stand still between the one clock's start and the other's, but hardly in each round.
        for (int round = 0; round < 10 && least > 15_000_000; round++) {
            long fine = counters.collectionNanos();
            long coarse = beans.collectionNanos();
            for (int i = 0; i < 5; i++) {
                System.gc();
            }
            fine = counters.collectionNanos() - fine;
            coarse = beans.collectionNanos() - coarse;
            assertThat(fine).isPositive();
            least = Math.min(least, Math.abs(fine - coarse));
        }
        // The beans cut each collection to whole milliseconds and start their clock a little earlier.
        assertThat(least).as("nanoseconds between counters and beans").isLessThanOrEqualTo(15_000_000);
    }

    @Test
    void shouldCountAStopThatHoldsACollection() {
        long stops = counters.safepoints();
        long stoppedNanos = counters.safepointNanos();
        long collections = counters.collections();
        long collectionNanos = counters.collectionNanos();
        System.gc();
        assertThat(counters.collections()).isGreaterThan(collections);
        assertThat(counters.safepoints()).isGreaterThan(stops);
        assertThat(counters.safepointNanos()).isGreaterThanOrEqualTo(stoppedNanos);
        assertThat(counters.collectionNanos()).isGreaterThan(collectionNanos);
        assertThat(counters.safepointSyncNanos()).isPositive().isLessThan(counters.safepointNanos());
    }

    @Test
    void shouldNotKnowSafepointsFromTheBeans() {
        assertThat(beans.safepoints()).isEqualTo(-1);
        assertThat(beans.safepointNanos()).isEqualTo(-1);
        assertThat(beans.safepointSyncNanos()).isEqualTo(-1);
    }

    @Test
    void shouldAllocateNothing() {
        Allocations.assertNone(() -> readAll(counters));
        Allocations.assertNone(() -> readAll(beans));
    }

    @Test
    void shouldRefuseUseAfterClose() {
        counters.close();
        counters.close();
        assertThatThrownBy(counters::safepoints).isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the counters are closed: pid=");
    }

    private static long readAll(CollectorStatistics from) {
        return from.collections() + from.collectionNanos() + from.youngCollections() + from.oldCollections()
            + from.safepoints() + from.safepointNanos() + from.safepointSyncNanos() + from.loadedClasses();
    }
}
