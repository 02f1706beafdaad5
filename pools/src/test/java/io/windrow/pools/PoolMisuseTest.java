package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Misuse that is found in every mode: an exception where it happens, and the pool is as it was. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolMisuseTest extends PoolSuite {

    private static final String RELEASED = "object is released already: pool=stock, slot=0";

    @Test
    void shouldRefuseAnObjectOfAnotherPool() {
        ObjectPool<Pooled> pool = open();
        Pooled foreign = open(plan().name("other")).acquire();

        assertThatThrownBy(() -> pool.release(foreign)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("object must be of this pool: pool=stock, object's pool=other");
        assertThat(foreign.isHeld()).isTrue();
        assertWhole(pool);
    }

    @Test
    void shouldRefuseAnObjectOfNoPool() {
        ObjectPool<Pooled> pool = open();
        for (Pooled loose : new Pooled[] {new PoolCase.Thing(), new Order(), new Lease<>("mine")}) {
            String kind = loose.getClass().getSimpleName();
            assertThatThrownBy(() -> pool.release(loose)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("object must be of this pool: pool=stock, object's pool=none");
            assertThatThrownBy(loose::close).isInstanceOf(IllegalStateException.class).hasMessage("object is of no pool: " + kind);
            assertThatThrownBy(loose::handle).isInstanceOf(IllegalStateException.class).hasMessage("object was never acquired: " + kind);
            assertThatThrownBy(() -> PoolCase.value(loose)).hasMessage("object was never acquired: " + kind);
            assertThat(loose.isHeld()).isFalse();
        }
        assertThatThrownBy(() -> pool.release(null)).isInstanceOf(NullPointerException.class);
        assertWhole(pool);
    }

    @Test
    void shouldRefuseToReleaseTwiceHoweverItIsDone() {
        ObjectPool<Pooled> pool = open();
        Pooled object = pool.acquire();
        long handle = object.handle();
        object.close();

        assertRefused(object::close);
        assertRefused(() -> pool.release(object));
        assertRefused(() -> pool.release(handle));
        assertRefused(() -> pool.get(handle));
        assertWhole(pool);
    }

    @Test
    void shouldRefuseTheSecondReleaseOnAnotherThread() {
        ObjectPool<Pooled> pool = open();
        Pooled object = pool.acquire();
        object.close();

        PoolCase.elsewhere(self -> {
            assertRefused(object::close);
            assertRefused(() -> pool.release(object));
        });
        assertWhole(pool);
    }

    @Test
    void shouldRefuseTheHandleOfAnAcquisitionThatHasEnded() {
        ObjectPool<Pooled> pool = open();
        Pooled object = pool.acquire();
        long ended = object.handle();
        pool.release(ended);
        Pooled next = pool.acquire();
        PoolCase.fill(next, 9);

        assertThat(next.handle()).isNotEqualTo(ended);
        assertRefused(() -> pool.release(ended));
        assertRefused(() -> pool.get(ended));
        assertThat(PoolCase.value(next)).isEqualTo(9);
        assertThat(pool.inUse()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAHandleThatNoAcquisitionCanHave() {
        ObjectPool<Pooled> pool = open();
        long held = pool.acquire().handle();
        long behindTheLast = (long) CAPACITY << Pooled.SLOT_SHIFT | 1;
        for (long handle : new long[] {0, 2, 3, -1, Long.MIN_VALUE, Long.MAX_VALUE, behindTheLast, held - 1, held + 1, held + 2,
            held | Long.MIN_VALUE}) {
            assertThatThrownBy(() -> pool.release(handle)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no handle of this pool: handle=" + handle + ", pool=stock");
            assertThatThrownBy(() -> pool.get(handle)).isInstanceOf(IllegalArgumentException.class);
        }
        assertRefused(() -> pool.release(held + 4));
        assertThat(pool.inUse()).isEqualTo(1);
        pool.release(held);
        assertWhole(pool);
    }

    @Test
    void shouldThrowFromEveryMethodOfAReleasedObject() {
        ObjectPool<Pooled> pool = open();
        Pooled object = pool.acquire();
        object.close();

        List<String> called = new ArrayList<>();
        for (Method method : object.getClass().getMethods()) {
            // Copies have suites of their own.
            boolean answers = List.of("isHeld", "layout", "copyFrom", "copyTo").contains(method.getName());
            if (Modifier.isStatic(method.getModifiers()) || method.getDeclaringClass() == Object.class || method.isBridge() || answers) {
                continue;
            }
            method.setAccessible(true);
            assertRefused(() -> call(object, method));
            called.add(method.getName());
        }
        assertThat(called).contains("handle", "close").hasSizeGreaterThanOrEqualTo(switch (given.kind()) {
            case THING -> 2;
            case LEASE -> 3;
            case ORDER -> 11;
        });
        assertThat(object.isHeld()).isFalse();
    }

    @Test
    void shouldRefuseTheReleaseWithinAReset() {
        List<Throwable> thrown = new ArrayList<>();
        ObjectPool<Pooled> pool = open(plan().reset(object -> {
            try {
                object.close();
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
        }));
        pool.acquire().close();

        assertThat(thrown).singleElement().extracting(Throwable::getMessage).isEqualTo(RELEASED);
        assertWhole(pool);
    }

    @Test
    void shouldTellAResetTheHandleOfTheAcquisition() {
        List<Long> handles = new ArrayList<>();
        ObjectPool<Pooled> pool = open(plan().reset(object -> handles.add(object.handle())));
        Pooled object = pool.acquire();
        long handle = object.handle();
        object.close();

        assertThat(handles).containsExactly(handle);
    }

    /** All come back and go out again, each once. */
    static void assertWhole(ObjectPool<Pooled> pool) {
        assertThat(pool.inUse()).as("in use").isZero();
        List<Pooled> out = acquireAll(pool);
        assertThat(out).doesNotHaveDuplicates().allMatch(Pooled::isHeld);
        assertThat(pool.tryAcquire()).isNull();
        out.forEach(Pooled::close);
    }

    static void assertRefused(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessage(RELEASED);
    }

    private static void call(Object target, Method method) throws Throwable {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            arguments[i] = type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : Side.BUY;
        }
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
