package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The slots under a pool's messages: the ledger at each step, and makers that do what they must not. */
class MessageSlabTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(4096);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldTakeExactlyWhatItsLayoutSaysAndGiveItBack() {
        SingleThreadPool<Quote> pool = Message.pool(memory, Quote::new).capacity(7).name("best prices").singleThread();

        assertThat(memory.usedBytes()).isEqualTo(Quote.LAYOUT.slabBytes(7)).isEqualTo(7 * 56 + 64);
        assertThat(memory.usedBytes("best prices")).isEqualTo(memory.usedBytes());

        pool.close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldTakeTheLayoutsNameUnlessToldOtherwise() {
        try (LanePool<Quote> pool = Message.pool(memory, Quote::new).capacity(1).lane()) {
            assertThat(pool.name()).isEqualTo("quote");
            assertThat(memory.usedBytes("quote")).isEqualTo(56 + 64);
        }
    }

    @Test
    void shouldGrowStepByStepAndSayNoMoreThanItsBound() {
        SingleThreadPool<Trade> pool = Message.pool(memory, Trade::new).capacity(2).whenEmpty(EmptyPolicy.growTo(5)).singleThread();
        List<Trade> out = new ArrayList<>();
        long[] used = {2 * 48 + 64, 2 * 48 + 64, 2 * (2 * 48 + 64), 2 * (2 * 48 + 64), 2 * (2 * 48 + 64) + 48 + 64};
        for (int i = 0; i < 5; i++) {
            out.add(pool.acquire());
            out.get(i).set(i, Side.BUY, 10 + i, 20 + i, 30 + i, 40 + i, 50 + i);
            assertThat(memory.usedBytes("trade")).as("after %s", i + 1).isEqualTo(used[i]);
        }

        assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class)
            .hasMessage("pool is exhausted: pool=trade, capacity=5");
        for (int i = 0; i < 5; i++) {
            assertThat(FieldValues.all(out.get(i))).isEqualTo(List.of(i, Side.BUY, 10L + i, 50L + i, 20L + i, 30L + i, 40L + i));
        }
        pool.close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseToGrowOverTheBudgetAndStayWhole() {
        SingleThreadPool<Trade> pool = Message.pool(memory, Trade::new).capacity(40).whenEmpty(EmptyPolicy.growTo(120)).singleThread();
        List<Trade> out = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            out.add(pool.acquire());
            out.get(i).set(i, Side.SELL, 1, 2, 3, 4, 5);
        }
        long used = memory.usedBytes();

        assertThatThrownBy(pool::acquire).isInstanceOf(MemoryBudgetExceededException.class)
            .hasMessage("memory budget exceeded: budgetBytes=4096, usedBytes=3968, askedBytes=1984, tag=trade");
        assertThat(memory.usedBytes()).isEqualTo(used);
        assertThat(pool.tryAcquire()).isNull();
        out.get(79).close();
        assertThat(pool.acquire()).isSameAs(out.get(79));
        for (int i = 0; i < 80; i++) {
            assertThat(out.get(i).instrumentId()).isEqualTo(i);
        }
        assertThat(pool.inUse()).isEqualTo(80);
    }

    @Test
    void shouldGrowOnceThereIsRoomAgain() {
        SingleThreadPool<Trade> pool = Message.pool(memory, Trade::new).capacity(1).whenEmpty(EmptyPolicy.growTo(2)).singleThread();
        pool.acquire();
        try (LanePool<Order> other = Message.pool(memory, Order::new).capacity(80).lane()) {
            assertThatThrownBy(pool::acquire).isInstanceOf(MemoryBudgetExceededException.class);
        }
        assertThat(pool.acquire().handle()).isEqualTo(1L << 43 | 5);
    }

    @Test
    void shouldRefuseToOpenOverTheBudgetAndTakeNothing() {
        PoolBuilder<Trade> plan = Message.pool(memory, Trade::new).capacity(85);

        assertThatThrownBy(plan::concurrent).isInstanceOf(MemoryBudgetExceededException.class).hasMessageContaining("tag=trade");
        assertThat(memory.usedBytes()).isZero();
        assertThatCode(() -> plan.capacity(84).concurrent().close()).as("the plan can be used again").doesNotThrowAnyException();
    }

    @Test
    void shouldOpenOnePoolOfAPlanAndNotLetTwoShareTheirBytes() {
        PoolBuilder<Trade> plan = Message.pool(memory, Trade::new).capacity(2);
        try (LanePool<Trade> pool = plan.lane()) {
            assertThatThrownBy(plan::lane).isInstanceOf(IllegalStateException.class)
                .hasMessage("a plan of messages opens one pool: pool=trade");
            assertThat(memory.usedBytes()).isEqualTo(Trade.LAYOUT.slabBytes(2));
            assertThat(pool.acquire().price()).isZero();
        }
        assertThatThrownBy(plan::lane).as("after that one is closed").hasMessage("a plan of messages opens one pool: pool=trade");
    }

    @Test
    void shouldTakeNothingForAPoolThatWasClosedWhileItGrew() {
        MessageSlab<Trade> slab = new MessageSlab<>(memory, Trade::new);
        slab.prepare("trades", 0, 2);
        slab.close();

        assertThatThrownBy(() -> slab.prepare("trades", 2, 2)).isInstanceOf(IllegalStateException.class)
            .hasMessage("pool is closed: pool=trades");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseMessagesOfTwoLayouts() {
        boolean[] large = {false};
        PoolBuilder<Message> plan = Message.<Message>pool(memory, () -> (large[0] = !large[0]) ? new Trade() : new Candle())
            .capacity(2);

        assertThatThrownBy(plan::singleThread).isInstanceOf(IllegalStateException.class)
            .hasMessage("the factory must make messages of one layout: layout=trade, made=candle");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseAMessageOfAnotherPoolAndLeaveItWhereItIs() {
        try (SingleThreadPool<Trade> pool = Message.pool(memory, Trade::new).capacity(1).singleThread(); Trade owned = pool.acquire()) {
            owned.set(1, Side.BUY, 2, 3, 4, 5, 6);
            PoolBuilder<Trade> plan = Message.<Trade>pool(memory, () -> owned).name("thief").capacity(1);

            assertThatThrownBy(plan::singleThread).isInstanceOf(IllegalStateException.class)
                .hasMessage("the factory must make a new object each time: pool=thief, slot=0, made the object of slot=0");
            assertThat(memory.usedBytes("thief")).isZero();
            assertThat(owned.price()).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseNoMemoryNoFactoryAndNoMessage() {
        assertThatThrownBy(() -> Message.pool(null, Trade::new)).isInstanceOf(NullPointerException.class).hasMessage("memory");
        assertThatThrownBy(() -> Message.pool(memory, null)).isInstanceOf(NullPointerException.class).hasMessage("factory");
        assertThatThrownBy(() -> Message.pool(memory, () -> null)).isInstanceOf(NullPointerException.class)
            .hasMessage("the factory must not return null");
    }
}
