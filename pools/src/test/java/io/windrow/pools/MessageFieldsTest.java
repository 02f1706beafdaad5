package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each type of field, and fields that are not the message's. */
class MessageFieldsTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16);
    private final SingleThreadPool<Everything> pool = Message.pool(memory, Everything::new).capacity(2).singleThread();
    private final Everything message = pool.acquire();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, 0x7ff0_0000_0000_0000L, 0xfff0_0000_0000_0000L, 0x7ff8_0000_0000_0000L, 0x7ff0_0000_dead_beefL,
        0xffff_ffff_ffff_ffffL, 1, 0x7fef_ffff_ffff_ffffL})
    void shouldKeepEveryBitOfADouble(long bits) {
        message.put(Everything.RATE, Double.longBitsToDouble(bits));

        assertThat(Double.doubleToRawLongBits(message.get(Everything.RATE))).isEqualTo(bits);
    }

    @Test
    void shouldKeepEverySideAndEveryValueOfAnEnum() {
        for (Side side : Side.values()) {
            message.put(Everything.SIDE, side);
            assertThat(message.get(Everything.SIDE)).isSameAs(side);
        }
        for (CandleKind kind : CandleKind.values()) {
            message.put(Everything.KIND, kind);
            assertThat(message.get(Everything.KIND)).isSameAs(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldRefuseToReadAStoredNumberThatIsNoValue(int stored) {
        store(Everything.KIND, stored);

        assertThatThrownBy(() -> message.get(Everything.KIND)).isInstanceOf(IllegalStateException.class)
            .hasMessage("the stored number must be a value's: field=kind, stored=" + stored + ", values=13");
    }

    @Test
    void shouldReadStoredNumbersThatAreNoSidesAsUnknownAndAnyButZeroAsYes() {
        store(Everything.SIDE, 7);
        store(Everything.LAST, 2);

        assertThat(message.get(Everything.SIDE)).isEqualTo(Side.UNKNOWN);
        assertThat(message.get(Everything.LAST)).isTrue();
    }

    @Test
    void shouldRefuseNoValueAndKeepTheOneItHad() {
        message.put(Everything.SIDE, Side.SELL);
        message.put(Everything.KIND, CandleKind.TICK);

        assertThatThrownBy(() -> message.put(Everything.SIDE, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> message.put(Everything.KIND, null)).isInstanceOf(NullPointerException.class);
        assertThat(message.get(Everything.SIDE)).isEqualTo(Side.SELL);
        assertThat(message.get(Everything.KIND)).isEqualTo(CandleKind.TICK);
    }

    @Test
    void shouldChangeNothingWithoutASideOrAKind() {
        assertUnchanged(Trade::new, trade -> trade.set(9, null, 9, 9, 9, 9, 9));
        assertUnchanged(Candle::new, candle -> candle.set(9, null, 9, 9, 9, 9, 9, 9, 9));
        assertUnchanged(Order::new, order -> order.set(9, 9, null, 9, 9, 9));
        assertUnchanged(Signal::new, signal -> signal.set(9, 9, null, 9, 9, 9, 9, 9));
    }

    @Test
    void shouldRefuseAFieldOfAnotherLayoutEvenOfOneThatLooksTheSame() {
        MessageLayout.Builder twin = MessageLayout.named("twin");
        IntField count = twin.intField("count");
        LongField total = twin.longField("total");
        twin.build();
        message.set(1, 2, true, 3, "a", Side.BUY, CandleKind.TIME, "b");

        assertThatThrownBy(() -> message.put(count, 9)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("field must be of the message's layout: field=count, field's layout=twin, layout=everything");
        assertThatThrownBy(() -> message.put(total, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> message.get(total)).isInstanceOf(IllegalArgumentException.class);
        assertThat(message.get(Everything.COUNT)).isEqualTo(1);
        assertThat(message.get(Everything.TOTAL)).isEqualTo(2);
    }

    @Test
    void shouldRefuseAFieldOfEveryTypeThatIsNotItsOwn() {
        try (SingleThreadPool<Trade> trades = Message.pool(memory, Trade::new).capacity(1).singleThread(); Trade trade = trades.acquire()) {
            for (MessageField field : Everything.LAYOUT.fields()) {
                assertThatThrownBy(() -> FieldValues.put(trade, field, FieldValues.value(field, 1))).as("put %s", field.place())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith("field's layout=everything, layout=trade");
                assertThatThrownBy(() -> FieldValues.get(trade, field)).as("get %s", field.place())
                    .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(FieldValues.all(trade)).isEqualTo(FieldValues.zeros(Trade.LAYOUT));
        }
    }

    @Test
    void shouldRefuseAMessageThatWasNeverInAPool() {
        assertThatThrownBy(() -> new Trade().price()).isInstanceOf(IllegalStateException.class)
            .hasMessage("object was never acquired: Trade");
        assertThatThrownBy(() -> new Trade().close()).isInstanceOf(IllegalStateException.class).hasMessage("object is of no pool: Trade");
    }

    @Test
    void shouldAllocateNothingForAnyType() {
        Allocations.assertNone(() -> {
            message.set(1, 2, true, 3.5, "ABCD", Side.BUY, CandleKind.RENKO, "client-000001");
            if (message.get(Everything.RATE) != 3.5 || !message.get(Everything.LAST) || message.get(Everything.KIND) != CandleKind.RENKO
                || message.get(Everything.SIDE) != Side.BUY) {
                throw new AssertionError("lost");
            }
        });
    }

    private <T extends Message> void assertUnchanged(Supplier<T> factory, Consumer<T> set) {
        try (SingleThreadPool<T> one = Message.pool(memory, factory).capacity(1).singleThread(); T filled = one.acquire()) {
            FieldValues.putAll(filled, 1);
            List<Object> before = FieldValues.all(filled);

            assertThatThrownBy(() -> set.accept(filled)).isInstanceOf(NullPointerException.class);
            assertThat(FieldValues.all(filled)).isEqualTo(before);
        }
    }

    /** Puts a number under a field that its type would not put. */
    private void store(MessageField field, int number) {
        try (MemoryBlock block = memory.allocate("other", Everything.LAYOUT.bytes())) {
            block.putInt(field.offset(), number);
            message.copyFrom(block, 0);
        }
    }
}
