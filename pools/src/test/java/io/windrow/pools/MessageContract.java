package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every message promises of its fields, whoever has declared them. */
abstract class MessageContract<T extends Message> {

    final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private SingleThreadPool<T> pool;
    private T before;
    T message;
    private T behind;

    abstract T make();

    abstract int bytes();

    /** Sets all fields by the message's own method to values that depend on the numbers. */
    abstract void set(T target, int number, long one, long other);

    /** What the accessors give after {@link #set}. */
    abstract List<Object> expected(int number, long one, long other);

    abstract List<Object> values(T source);

    @BeforeEach
    void acquireThreeMessagesSideBySide() {
        pool = Message.pool(memory, this::make).capacity(3).singleThread();
        before = pool.acquire();
        message = pool.acquire();
        behind = pool.acquire();
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldHaveTheSizeThatItsDocumentationNames() {
        assertThat(message.layout().bytes()).isEqualTo(bytes()).isLessThanOrEqualTo(64);
        assertThat(memory.usedBytes()).isEqualTo(3L * bytes() + 64);
    }

    @Test
    void shouldGiveBackEveryValueAtTheExtremes() {
        long[] extremes = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 1L << 32};
        for (long one : extremes) {
            for (long other : extremes) {
                set(message, (int) (one ^ other), one, other);

                assertThat(values(message)).isEqualTo(expected((int) (one ^ other), one, other));
            }
        }
        assertNeighboursUntouched();
    }

    @Test
    void shouldGiveBackAnyValues() {
        Seeds.forEach(100, random -> {
            int number = random.nextInt();
            long one = random.nextLong();
            long other = random.nextLong();
            set(message, number, one, other);

            assertThat(values(message)).isEqualTo(expected(number, one, other));
        });
        assertNeighboursUntouched();
    }

    @Test
    void shouldChangeOneFieldAloneWithEachWrite() {
        List<MessageField> fields = message.layout().fields();
        for (int i = 0; i < fields.size(); i++) {
            for (int number = 0; number < 3; number++) {
                message.clear();
                List<Object> expected = FieldValues.zeros(message.layout());
                Object value = FieldValues.value(fields.get(i), number);
                expected.set(i, value);

                FieldValues.put(message, fields.get(i), value);

                assertThat(FieldValues.all(message)).as("only %s is written", fields.get(i).place()).isEqualTo(expected);
            }
        }
        assertNeighboursUntouched();
    }

    @Test
    void shouldKeepTheOtherFieldsWhenOneIsWritten() {
        List<MessageField> fields = message.layout().fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldValues.putAll(message, 5);
            List<Object> expected = FieldValues.all(message);
            expected.set(i, FieldValues.zero(fields.get(i)));

            FieldValues.put(message, fields.get(i), FieldValues.zero(fields.get(i)));

            assertThat(FieldValues.all(message)).as("only %s is cleared", fields.get(i).place()).isEqualTo(expected);
        }
    }

    @Test
    void shouldTouchItsOwnBytesOnlyWhenCleared() {
        FieldValues.putAll(before, 1);
        FieldValues.putAll(message, 2);
        FieldValues.putAll(behind, 3);
        List<Object> first = FieldValues.all(before);
        List<Object> last = FieldValues.all(behind);

        message.clear();

        assertThat(FieldValues.all(message)).isEqualTo(FieldValues.zeros(message.layout()));
        assertThat(FieldValues.all(before)).isEqualTo(first);
        assertThat(FieldValues.all(behind)).isEqualTo(last);
    }

    @Test
    void shouldLayEveryFieldInsideAlignedAndApart() {
        int end = 0;
        for (MessageField field : message.layout().fields()) {
            assertThat(field.offset()).as("%s begins behind the one before", field.place()).isGreaterThanOrEqualTo(end);
            assertThat(field.offset() % (field.bytes() == 4 && !(field instanceof TextField) ? 4 : 8)).as("alignment").isZero();
            end = field.place().end();
        }
        assertThat(end).isLessThanOrEqualTo(bytes());
        assertThat(bytes() % 8).isZero();
    }

    @Test
    void shouldRefuseEveryMethodAfterItsRelease() {
        message.close();
        int called = 0;
        for (Method method : message.getClass().getMethods()) {
            if (uses(method)) {
                method.setAccessible(true);
                assertThatThrownBy(() -> call(method)).as("%s", method).isInstanceOf(IllegalStateException.class)
                    .hasMessage("object is released already: pool=" + message.layout().name() + ", slot=1");
                called++;
            }
        }
        assertThat(called).as("methods").isGreaterThan(3);
        assertNeighboursUntouched();
    }

    @Test
    void shouldAllocateNothingToFillAndRead() {
        List<MessageField> fields = message.layout().fields();
        LongField[] longs = fields.stream().filter(LongField.class::isInstance).toArray(LongField[]::new);
        Allocations.assertNone(() -> {
            set(message, 3, 4, 5);
            for (LongField field : longs) {
                message.put(field, message.get(field) + 1);
            }
        });
    }

    private void assertNeighboursUntouched() {
        assertThat(FieldValues.all(before)).as("the message before").isEqualTo(FieldValues.zeros(message.layout()));
        assertThat(FieldValues.all(behind)).as("the message behind").isEqualTo(FieldValues.zeros(message.layout()));
    }

    /** Not what tells of the object itself, and not what takes windows or blocks, which is tested apart. */
    private static boolean uses(Method method) {
        boolean simple = true;
        for (Class<?> type : method.getParameterTypes()) {
            simple &= type.isPrimitive() || type.isEnum() || type == String.class;
        }
        return simple && !Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() != Object.class
            && !List.of("isHeld", "layout").contains(method.getName());
    }

    private void call(Method method) throws Throwable {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            arguments[i] = type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : type == double.class ? (Object) 1.0
                : type == boolean.class ? (Object) true : type == String.class ? "a" : type.getEnumConstants()[1];
        }
        try {
            method.invoke(message, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
