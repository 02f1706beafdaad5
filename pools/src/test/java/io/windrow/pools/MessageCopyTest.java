package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages copied as one run: from each other, to the slots of a ring and back. */
class MessageCopyTest {

    private static final int SLOT_BYTES = 128;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16);
    private final MemoryBlock ring = memory.allocate("ring", 4 * SLOT_BYTES);
    private final ConcurrentPool<Trade> trades = Message.pool(memory, Trade::new).capacity(3).concurrent();
    private final Trade trade = trades.acquire();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private enum Kind {
        TRADE(Trade::new), QUOTE(Quote::new), CANDLE(Candle::new), ORDER(Order::new), SIGNAL(Signal::new), DECLARED(Everything::new);

        private final Supplier<Message> factory;

        Kind(Supplier<Message> factory) {
            this.factory = factory;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCopyEveryFieldAndNoByteMore(Kind kind) {
        SingleThreadPool<Message> pool = Message.pool(memory, kind.factory).capacity(3).singleThread();
        Message source = pool.acquire();
        Message target = pool.acquire();
        Message behind = pool.acquire();
        FieldValues.putAll(source, 1);
        FieldValues.putAll(target, 2);
        FieldValues.putAll(behind, 3);
        List<Object> copied = FieldValues.all(source);
        List<Object> next = FieldValues.all(behind);

        target.copyFrom(source);

        assertThat(FieldValues.all(target)).isEqualTo(copied);
        assertThat(FieldValues.all(source)).isEqualTo(copied);
        assertThat(FieldValues.all(behind)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCopyToASlotAndBackAndNoByteMore(Kind kind) {
        SingleThreadPool<Message> pool = Message.pool(memory, kind.factory).capacity(3).singleThread();
        Message before = pool.acquire();
        Message message = pool.acquire();
        FieldValues.putAll(before, 7);
        FieldValues.putAll(message, 1);
        List<Object> copied = FieldValues.all(message);
        List<Object> first = FieldValues.all(before);
        int offset = SLOT_BYTES + 8;

        message.copyTo(ring, offset);
        message.clear();
        message.copyFrom(ring, offset);

        assertThat(FieldValues.all(message)).isEqualTo(copied);
        assertThat(FieldValues.all(before)).isEqualTo(first);
        for (int at = 0; at < ring.bytes(); at += Long.BYTES) {
            boolean own = at >= offset && at < offset + message.layout().bytes();
            assertThat(own || ring.getLong(at) == 0).as("offset %s", at).isTrue();
        }
    }

    @Test
    void shouldRefuseAMessageOfAnotherLayoutOrOneThatIsNotOut() {
        trade.set(1, Side.BUY, 2, 3, 4, 5, 6);
        Trade released = trades.acquire();
        released.close();
        try (SingleThreadPool<Order> orders = Message.pool(memory, Order::new).capacity(1).singleThread(); Order order = orders.acquire()) {
            assertThatThrownBy(() -> trade.copyFrom(order)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("messages must be of one layout: layout=trade, other=order");
        }
        assertThatThrownBy(() -> trade.copyFrom(released)).isInstanceOf(IllegalStateException.class)
            .hasMessage("object is released already: pool=trade, slot=1");
        assertThatThrownBy(() -> released.copyFrom(trade)).isInstanceOf(IllegalStateException.class)
            .hasMessage("object is released already: pool=trade, slot=1");
        assertThatThrownBy(() -> released.copyFrom(ring, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> released.copyTo(ring, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(trade.price()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, -4, Integer.MAX_VALUE})
    void shouldRefuseAnOffsetThatIsNotDivisibleByEight(int offset) {
        String rule = "offset must be divisible by 8: offset=" + offset + ", layout=trade";

        assertThatThrownBy(() -> trade.copyTo(ring, offset)).isInstanceOf(IllegalArgumentException.class).hasMessage(rule);
        assertThatThrownBy(() -> trade.copyFrom(ring, offset)).isInstanceOf(IllegalArgumentException.class).hasMessage(rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, Integer.MIN_VALUE, 4 * SLOT_BYTES - 40, 4 * SLOT_BYTES, Integer.MAX_VALUE - 7})
    void shouldRefuseARunThatIsNotAllInsideTheBlock(int offset) {
        trade.set(1, Side.BUY, 2, 3, 4, 5, 6);
        String rule = "access must stay inside the block: offset=" + offset + ", length=48, bytes=512, tag=ring";

        assertThatThrownBy(() -> trade.copyTo(ring, offset)).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(rule);
        assertThatThrownBy(() -> trade.copyFrom(ring, offset)).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(rule);
        assertThat(trade.quantity()).as("unchanged").isEqualTo(4);
        for (int at = 0; at < ring.bytes(); at += Long.BYTES) {
            assertThat(ring.getLong(at)).as("offset %s", at).isZero();
        }
        trade.copyTo(ring, 4 * SLOT_BYTES - 48);
    }

    @Test
    void shouldRefuseClosedBlocks() {
        ring.close();

        assertThatThrownBy(() -> trade.copyTo(ring, 0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("block is closed: tag=ring, bytes=512");
        assertThatThrownBy(() -> trade.copyFrom(ring, 0)).hasMessage("block is closed: tag=ring, bytes=512");
        try (MemoryBlock open = memory.allocate("open", SLOT_BYTES)) {
            trades.close();
            assertThatThrownBy(() -> trade.copyTo(open, 0)).isInstanceOf(IllegalStateException.class)
                .hasMessage("block is closed: tag=trade, bytes=144");
            assertThatThrownBy(() -> trade.copyFrom(open, 0)).hasMessage("block is closed: tag=trade, bytes=144");
        }
    }

    @Test
    void shouldCopyBetweenPoolsAndGrowthSteps() {
        ConcurrentPool<Trade> others = Message.pool(memory, Trade::new).capacity(1).whenEmpty(EmptyPolicy.growTo(3)).concurrent();
        trade.set(1, Side.SELL, 2, 3, 4, 5, 6);
        Trade first = others.acquire();
        Trade grown = others.acquire();

        first.copyFrom(trade);
        grown.copyFrom(first);
        grown.copyFrom(grown);

        assertThat(FieldValues.all(grown)).isEqualTo(FieldValues.all(trade));
    }

    @Test
    void shouldAllocateNothing() {
        Trade other = trades.acquire();
        Allocations.assertNone(() -> {
            trade.copyTo(ring, 64);
            other.copyFrom(ring, 64);
            trade.copyFrom(other);
            other.clear();
        });
    }
}
