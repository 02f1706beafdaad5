package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFillTest {

    private OffHeapMemory memory;
    private SingleThreadPool<Order> pool;
    private Order order;

    @BeforeEach
    void makeAnOrder() {
        memory = OffHeapMemory.withBudget(4096);
        pool = Message.pool(memory, Order::new).capacity(1).singleThread();
        order = pool.acquire();
        order.set(17, 3, Side.SELL, 4_250_050, 1_000, 5);
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldStartWithNothingFilled() {
        assertThat(order.filledQuantity()).isZero();
        assertThat(order.quantity()).isEqualTo(1_000);
    }

    @Test
    void shouldAddFillsUpToTheWholeQuantity() {
        order.fill(1);
        order.fill(998);
        assertThat(order.filledQuantity()).isEqualTo(999);

        order.fill(1);

        assertThat(order.filledQuantity()).isEqualTo(1_000);
        assertThatThrownBy(() -> order.fill(1)).hasMessage("fill must be positive and at most what is left: fill=1, left=0");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 601, Long.MAX_VALUE})
    void shouldRefuseAFillThatIsNotPositiveOrMoreThanIsLeft(long fill) {
        order.fill(400);

        assertThatThrownBy(() -> order.fill(fill)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("fill must be positive and at most what is left: fill=" + fill + ", left=600");
        assertThat(order.filledQuantity()).as("the order is unchanged").isEqualTo(400);
    }

    @Test
    void shouldForgetTheFillsOfItsFormerLife() {
        order.fill(1_000);
        order.close();
        Order next = pool.acquire();

        next.set(18, 3, Side.BUY, 1, 2, 6);

        assertThat(next).isSameAs(order);
        assertThat(next.filledQuantity()).isZero();
    }

    @Test
    void shouldHoldTheLargestQuantity() {
        order.set(1, 1, Side.BUY, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);

        order.fill(Long.MAX_VALUE);

        assertThat(order.filledQuantity()).isEqualTo(Long.MAX_VALUE);
        assertThat(order.price()).isEqualTo(Long.MIN_VALUE);
    }
}
