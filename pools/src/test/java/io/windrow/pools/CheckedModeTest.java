package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** A reference that is kept after its release: found for ever in the checked mode, documented to work again without. */
@MethodSource("io.windrow.pools.PoolCase#all")
class CheckedModeTest extends PoolSuite {

    @Test
    void shouldRefuseAStaleReferenceForEver() {
        ObjectPool<Pooled> pool = open(plan().capacity(1));
        List<Pooled> stale = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Pooled object = pool.acquire();
            PoolCase.fill(object, i);
            if (given.checked()) {
                for (Pooled former : stale) {
                    PoolMisuseTest.assertRefused(former::close);
                    PoolMisuseTest.assertRefused(former::handle);
                    PoolMisuseTest.assertRefused(() -> pool.release(former));
                    PoolMisuseTest.assertRefused(() -> PoolCase.value(former));
                    PoolMisuseTest.assertRefused(() -> PoolCase.fill(former, -1));
                    assertThat(former.isHeld()).isFalse();
                }
                assertThat(stale).doesNotContain(object);
            } else {
                assertThat(stale).allMatch(former -> former == object);
            }
            assertThat(PoolCase.value(object)).isEqualTo(i);
            object.close();
            stale.add(object);
        }
        assertThat(pool.acquiredCount()).isEqualTo(50);
    }

    @Test
    void shouldBeSwitchedOnByTheProperty() {
        String before = System.getProperty(ObjectPool.CHECKED_PROPERTY);
        try {
            for (String setting : new String[] {"true", "false", null}) {
                set(setting);
                try (ObjectPool<PoolCase.Thing> pool = given.variant().open(ObjectPool.of(PoolCase.Thing::new).capacity(1))) {
                    PoolCase.Thing first = pool.acquire();
                    first.close();
                    try (PoolCase.Thing second = pool.acquire()) {
                        assertThat(second != first).as("another object, set to %s", setting).isEqualTo("true".equals(setting));
                    }
                }
            }
        } finally {
            set(before);
        }
        assertThat(ObjectPool.CHECKED_PROPERTY).isEqualTo("windrow.pools.checked");
    }

    private static void set(String value) {
        if (value == null) {
            System.clearProperty(ObjectPool.CHECKED_PROPERTY);
        } else {
            System.setProperty(ObjectPool.CHECKED_PROPERTY, value);
        }
    }
}
