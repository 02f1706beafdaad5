package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every misuse is an exception where it happens, and leaves the pool as it was. */
abstract class MessageMisuseContract<T extends Message> extends MessagePoolContract<T> {

    @Test
    void shouldRefuseToReleaseAMessageTwice() {
        T message = pool.acquire();
        pool.release(message);

        assertThatThrownBy(() -> pool.release(message)).isInstanceOf(IllegalStateException.class)
            .hasMessage("message is released already: pool=" + name() + ", slot=0");
        assertThatThrownBy(message::close).isInstanceOf(IllegalStateException.class);
        assertThat(acquireAll()).as("messages free after a double release").hasSize(CAPACITY).doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseAMessageOfAnotherPool() {
        try (MessagePool<T> other = open(memory, 1)) {
            T foreign = other.acquire();

            assertThatThrownBy(() -> pool.release(foreign)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("message must be of this pool: pool=" + name() + ", message's pool=" + name());
            assertThat(other.inUse()).isEqualTo(1);
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void shouldRefuseTheHandleOfAnAcquisitionThatHasEnded() {
        T message = pool.acquire();
        long ended = message.handle();
        pool.release(ended);
        T next = pool.acquire();
        fill(next, 9);

        assertThat(next).as("the same message, acquired again").isSameAs(message);
        assertThat(next.handle()).isNotEqualTo(ended);
        assertThatThrownBy(() -> pool.release(ended)).isInstanceOf(IllegalStateException.class)
            .hasMessage("message is released already: pool=" + name() + ", slot=0");
        assertThat(values(next)).as("the new holder's values").isEqualTo(expected(9));
        assertThat(pool.inUse()).isEqualTo(1);
    }

    @Test
    void shouldNeverGiveTwoAcquisitionsTheSameHandle() {
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            try (T message = pool.acquire()) {
                handles.add(message.handle());
            }
            handles.add(pool.acquire().handle());
            pool.release(handles.get(handles.size() - 1));
        }
        assertThat(handles).doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseAHandleThatNoAcquisitionCanHave() {
        long slotBehindTheLast = (long) CAPACITY << 43 | 1;
        for (long handle : new long[] {0, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE, slotBehindTheLast}) {
            assertThatThrownBy(() -> pool.release(handle)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no handle of this pool: handle=" + handle + ", pool=" + name());
        }
        assertThat(acquireAll()).hasSize(CAPACITY);
    }

    @Test
    void shouldRefuseAHandleThatIsYetToCome() {
        assertThatThrownBy(() -> pool.release(1L)).isInstanceOf(IllegalStateException.class);
        assertThat(acquireAll()).hasSize(CAPACITY);
    }

    @Test
    void shouldThrowFromEveryMethodOfAReleasedMessage() {
        T message = pool.acquire();
        message.close();

        List<String> called = new ArrayList<>();
        for (Method method : message.getClass().getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.getDeclaringClass() == Object.class || method.isBridge()) {
                continue;
            }
            assertThatThrownBy(() -> call(message, method)).as("%s", method).isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("message is released( already)?: pool=" + name() + ", slot=0");
            called.add(method.getName());
        }
        assertThat(called).contains("set", "side", "price", "handle", "close").hasSizeGreaterThan(8);
    }

    @Test
    void shouldCloseWhileMessagesAreOutAndThenRefuseEveryUse() {
        T message = pool.acquire();
        fill(message, 1);
        pool.close();

        assertThat(memory.usedBytes()).isZero();
        for (Method method : message.getClass().getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                assertClosed(() -> call(message, method));
            }
        }
        assertClosed(message::close);
        assertClosed(() -> pool.release(message));
        assertClosed(pool::acquire);
        assertClosed(pool::tryAcquire);
        assertClosed(pool::inUse);
        assertClosed(pool::acquiredCount);
        assertThat(pool.refusedCount()).as("a closed pool has refused nothing").isZero();
        assertThatCode(pool::close).as("closing twice").doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseToOpenOverBudgetAndTakeNothing() {
        try (OffHeapMemory small = OffHeapMemory.withBudget(MessagePool.footprintBytes(CAPACITY) - 1)) {
            assertThatThrownBy(() -> open(small, CAPACITY)).hasMessageContaining("memory budget exceeded")
                .hasMessageContaining("tag=" + name());
            assertThat(small.usedBytes()).isZero();
        }
    }

    private void assertClosed(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessageContaining("block is closed: tag=" + name());
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
