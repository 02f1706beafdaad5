package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SingleThreadPoolTest {

    @Test
    void shouldRefuseToWait() {
        assertThatThrownBy(() -> ObjectPool.of(Thing::new).whenEmpty(EmptyPolicy.waitUpTo(java.time.Duration.ofSeconds(1))).singleThread())
            .hasMessage("a pool of one thread cannot wait, as no other thread can release: pool=objects");
    }

    @Test
    void shouldHandOutAgain() {
        for (ObjectPool<Thing> pool : java.util.List.of(ObjectPool.of(Thing::new).capacity(2).singleThread(),
            ObjectPool.of(Thing::new).capacity(2).lane(), ObjectPool.of(Thing::new).capacity(2).concurrent())) {
            Thing a = pool.acquire();
            Thing b = pool.acquire();
            assertThat(pool.tryAcquire()).isNull();
            a.close();
            assertThatThrownBy(a::close).hasMessage("object is released already: pool=objects, slot=0");
            assertThat(pool.acquire()).isSameAs(a);
            assertThat(pool.inUse()).isEqualTo(2);
            assertThat(pool.acquiredCount()).isEqualTo(3);
            assertThat(b.isHeld()).isTrue();
            pool.close();
        }
    }

    static final class Thing extends Pooled {
    }
}
