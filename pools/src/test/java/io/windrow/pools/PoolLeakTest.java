package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects that do not come back. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolLeakTest extends PoolSuite {

    private static final long LIMIT_NANOS = 1_000_000_000;
    private long now = -5;

    @Test
    void shouldReportOnceWhatIsOutForLongerThanTheLimit() {
        ObjectPool<Pooled> pool = openWatched();
        Pooled leaked = pool.acquire();
        pool.acquire().close();
        assertThat(pool.checkLeaks()).isZero();
        now += LIMIT_NANOS;
        assertThat(pool.checkLeaks()).as("at the limit").isZero();
        now += 1;

        assertThat(pool.checkLeaks()).isEqualTo(1);
        assertThat(pool.checkLeaks()).as("told already").isZero();

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.pool()).isEqualTo("stock");
            assertThat(report.atClose()).isFalse();
            assertThat(report.count()).isEqualTo(1);
            Leak leak = report.oldest().get(0);
            assertThat(leak.slot()).isZero();
            assertThat(leak.handle()).isEqualTo(leaked.handle());
            assertThat(leak.ageNanos()).isEqualTo(LIMIT_NANOS + 1);
        });
        assertThat(pool.leakedCount()).isEqualTo(1);
    }

    @Test
    void shouldCountAnotherAcquisitionOfTheSlotAnew() {
        ObjectPool<Pooled> pool = openWatched();
        Pooled object = pool.acquire();
        lookLater(pool);
        lookLater(pool);
        object.close();
        pool.acquire();
        lookLater(pool);
        lookLater(pool);

        assertThat(pool.leakedCount()).isEqualTo(2);
        assertThat(reports).hasSize(2);
    }

    @Test
    void shouldNotCallWhatComesAndGoesALeak() {
        ObjectPool<Pooled> pool = openWatched();
        for (int i = 0; i < 20; i++) {
            try (Pooled object = pool.acquire()) {
                pool.checkLeaks();
                now += LIMIT_NANOS;
                assertThat(pool.checkLeaks()).as("leaks, slot %s", object.slot()).isZero();
            }
        }
    }

    @Test
    void shouldKnowTheExactAgeAndThePlaceInTheCheckedMode() {
        ObjectPool<Pooled> pool = openWatched();
        acquireHere(pool);
        now += LIMIT_NANOS + 7;
        int found = pool.checkLeaks();
        if (!given.checked()) {
            assertThat(found).as("seen for the first time").isZero();
            now += LIMIT_NANOS + 7;
            assertThat(pool.checkLeaks()).isEqualTo(1);
        }
        Leak leak = reports.get(0).oldest().get(0);

        assertThat(leak.ageNanos()).isEqualTo(LIMIT_NANOS + 7);
        if (given.checked()) {
            assertThat(leak.place().getMessage()).isEqualTo("acquired by " + Thread.currentThread().getName());
            assertThat(leak.place().getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("acquireHere"));
            assertThat(leak.toString()).startsWith("slot=0, handle=" + leak.handle() + ", age=1000 ms").contains("acquireHere");
        } else {
            assertThat(leak.place()).isNull();
            assertThat(leak).hasToString("slot=0, handle=" + leak.handle() + ", age=at least 1000 ms");
        }
    }

    @Test
    void shouldReportWhatIsOutAtTheClose() {
        ObjectPool<Pooled> pool = openWatched();
        List<Pooled> out = acquireAll(pool);
        out.get(1).close();
        lookLater(pool);
        lookLater(pool);
        pool.close();

        LeakReport report = reports.get(1);
        assertThat(report.atClose()).isTrue();
        assertThat(report.count()).isEqualTo(4);
        assertThat(report.oldest()).extracting(Leak::slot).containsExactly(0, 2, 3, 4);
        assertThat(report.toString()).startsWith("pool closed with objects out: pool=stock, count=4" + System.lineSeparator() + "  slot=0");
        assertThat(pool.leakedCount()).as("each acquisition once").isEqualTo(4);
    }

    @Test
    void shouldReportNothingWhereAllCameBack() {
        ObjectPool<Pooled> pool = openWatched();
        acquireAll(pool).forEach(Pooled::close);
        pool.checkLeaks();
        pool.close();

        assertThat(reports).isEmpty();
        assertThat(pool.leakedCount()).isZero();
    }

    @Test
    void shouldListTheTenOldestOnly() {
        ObjectPool<Pooled> pool = open(plan().capacity(14).leakAfter(Duration.ofNanos(LIMIT_NANOS)).clock(() -> now));
        Pooled first = pool.acquire();
        for (int i = 1; i < 14; i++) {
            now += 10;
            pool.acquire();
            pool.checkLeaks();
        }
        first.close();
        now += 10;
        pool.acquire();
        pool.checkLeaks();
        now += LIMIT_NANOS * 2;

        assertThat(pool.checkLeaks()).isEqualTo(14);
        LeakReport report = reports.get(0);
        assertThat(report.oldest()).extracting(Leak::slot).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(report.oldest()).extracting(Leak::ageNanos).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(report.toString()).startsWith("objects out for longer than the limit: pool=stock, count=14")
            .endsWith(System.lineSeparator() + "  and 4 more");
    }

    @Test
    void shouldRefuseALimitThatIsNone() {
        assertThatThrownBy(() -> plan().leakAfter(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("limit must be positive and below 292 years: limit=PT0S");
        assertThatThrownBy(() -> plan().leakAfter(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan().leakAfter(Duration.ofDays(200_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan().onLeak(null)).isInstanceOf(NullPointerException.class).hasMessage("listener");
    }

    private ObjectPool<Pooled> openWatched() {
        return open(plan().leakAfter(Duration.ofNanos(LIMIT_NANOS)).clock(() -> now));
    }

    private void lookLater(ObjectPool<Pooled> pool) {
        now += LIMIT_NANOS + 1;
        pool.checkLeaks();
    }

    private static Pooled acquireHere(ObjectPool<Pooled> pool) {
        return pool.acquire();
    }
}
