package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Random use and misuse, compared with a list of what is out. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolModelTest extends PoolSuite {

    private static final int STEPS = 2_000;

    /** One acquisition in the model. */
    private record Out(Pooled object, long handle, long value) {
    }

    /** In the order of acquisition. */
    private final List<Out> out = new ArrayList<>();
    private final List<Out> ended = new ArrayList<>();
    private final Set<Long> handles = new HashSet<>();
    private ObjectPool<Pooled> pool;
    private int slots;
    private int step;
    private int most;
    private boolean reclaims;
    private boolean throwing;
    private boolean failing;
    private long acquired;
    private long refused;
    private long reclaimed;
    private long retired;
    private long highest;
    private long values;

    @Test
    void shouldDoWhatTheModelDoes() {
        Seeds.forEach(8, random -> {
            start(random);
            for (int step = 0; step < STEPS; step++) {
                step(random);
                assertCounters();
            }
            out.forEach(each -> assertThat(PoolCase.value(each.object)).isEqualTo(each.value));
            pool.close();
            assertThat(pool.inUse()).isEqualTo(out.size());
            assertThat(memory.usedBytes()).isZero();
            new ArrayList<>(out).forEach(each -> pool.release(each.handle));
            assertThat(pool.releasedCount()).isEqualTo(acquired - reclaimed);
        });
    }

    private void start(Random random) {
        out.clear();
        ended.clear();
        handles.clear();
        failing = false;
        acquired = refused = reclaimed = retired = highest = 0;
        slots = random.nextInt(4) == 0 ? 60 + random.nextInt(90) : 1 + random.nextInt(6);
        step = slots;
        int choice = random.nextInt(given.reclaims() ? 4 : 3);
        most = choice == 2 ? slots * 2 + 1 : slots;
        reclaims = choice == 3;
        throwing = choice == 0 || choice == 2;
        EmptyPolicy<? super Pooled> policy = choice == 0 ? EmptyPolicy.fail() : choice == 1 ? EmptyPolicy.returnNull()
            : choice == 2 ? EmptyPolicy.growTo(most) : EmptyPolicy.<Pooled>reclaimOldest(this::onReclaim);
        PoolBuilder<Pooled> plan = plan().capacity(slots).whenEmpty(policy);
        pool = open(random.nextBoolean() ? plan.reset(this::reset) : plan);
    }

    private void step(Random random) {
        // Long runs of more acquisitions than releases, and of fewer.
        boolean filling = acquired / 150 % 2 == 0;
        switch (random.nextInt(filling ? 10 : 7)) {
            case 0, 7, 8, 9 -> acquire();
            case 1 -> tryAcquire();
            case 2, 3 -> release(random);
            case 4 -> misuse(random);
            case 5 -> refill(random);
            default -> readAll();
        }
    }

    private void acquire() {
        boolean full = out.size() == slots && slots == most;
        if (full && reclaims) {
            took(pool.acquire());
        } else if (full && throwing) {
            refused++;
            assertThatThrownBy(() -> pool.acquire()).isInstanceOf(PoolExhaustedException.class);
        } else if (full) {
            refused++;
            assertThat(pool.acquire()).isNull();
        } else {
            if (out.size() == slots) {
                slots = Math.min(most, slots + step);
            }
            took(pool.acquire());
            assertThat(pool.made).isEqualTo(slots);
        }
    }

    private void tryAcquire() {
        Pooled object = pool.tryAcquire();
        if (out.size() == slots) {
            refused++;
            assertThat(object).isNull();
        } else {
            took(object);
        }
    }

    private void took(Pooled object) {
        assertThat(object).isNotNull();
        assertThat(out).as("what is out").noneMatch(each -> each.object == object || each.object.slot() == object.slot());
        assertThat(handles.add(object.handle())).as("a new handle").isTrue();
        PoolCase.fill(object, ++values);
        out.add(new Out(object, object.handle(), values));
        acquired++;
        highest = Math.max(highest, out.size());
    }

    private void release(Random random) {
        if (out.isEmpty()) {
            return;
        }
        Out chosen = out.remove(random.nextInt(out.size()));
        ended.add(chosen);
        assertThat(PoolCase.value(chosen.object)).isEqualTo(chosen.value);
        failing = random.nextInt(10) == 0;
        int way = random.nextInt(3);
        try {
            switch (way) {
                case 0 -> chosen.object.close();
                case 1 -> pool.release(chosen.object);
                default -> pool.release(chosen.handle);
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("reset failed, the object is retired: pool=stock, slot=" + chosen.object.slot());
            retired++;
        }
        failing = false;
    }

    private void misuse(Random random) {
        Out stale = ended.isEmpty() ? null : ended.get(random.nextInt(ended.size()));
        if (stale == null) {
            return;
        }
        assertThatThrownBy(() -> pool.release(stale.handle)).isInstanceOf(IllegalStateException.class)
            .hasMessage("object is released already: pool=stock, slot=" + Pooled.slot(stale.handle));
        if (out.stream().noneMatch(each -> each.object == stale.object)) {
            assertThatThrownBy(() -> pool.release(stale.object)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> PoolCase.value(stale.object)).isInstanceOf(IllegalStateException.class);
        }
    }

    private void refill(Random random) {
        if (!out.isEmpty()) {
            int place = random.nextInt(out.size());
            Out old = out.get(place);
            PoolCase.fill(old.object, ++values);
            out.set(place, new Out(old.object, old.handle, values));
        }
    }

    private void readAll() {
        for (Out each : out) {
            assertThat(PoolCase.value(each.object)).isEqualTo(each.value);
            assertThat(pool.get(each.handle)).isSameAs(each.object);
        }
    }

    private void onReclaim(Pooled object, long handle) {
        Out oldest = out.remove(0);
        assertThat(object).isSameAs(oldest.object);
        assertThat(handle).isEqualTo(oldest.handle);
        ended.add(oldest);
        reclaimed++;
    }

    private void reset(Pooled object) {
        if (failing) {
            throw new IllegalArgumentException("cannot be cleared");
        }
    }

    private void assertCounters() {
        long[] counted = {pool.inUse(), pool.idle(), pool.highWaterMark(), pool.acquiredCount(), pool.releasedCount(),
            pool.refusedCount(), pool.reclaimedCount(), pool.retiredCount()};
        assertThat(counted).containsExactly(out.size(), most - out.size(), highest, acquired, acquired - reclaimed - out.size(),
            refused, reclaimed, retired);
    }
}
