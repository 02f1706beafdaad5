package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final SingleThreadPool<Position> pool = Message.pool(memory, Position::new).capacity(1).singleThread();
    private final Position position = pool.acquire();

    @AfterEach
    void close() {
        position.close();
        pool.close();
        memory.close();
    }

    @Test
    void shouldKeepQuantityAndCash() {
        position.set(7);
        position.applyFill(Side.BUY, 100, 3, 1);
        position.applyFill(Side.BUY, 110, 1, 2);
        position.applyFill(Side.SELL, 120, 2, 3);
        assertThat(position.instrumentId()).isEqualTo(7);
        assertThat(position.quantity()).isEqualTo(2);
        assertThat(position.cash()).isEqualTo(-300 - 110 + 240);
        assertThat(position.profitAt(115)).isEqualTo(60);
        assertThat(position.isFlat()).isFalse();
        position.applyFill(Side.SELL, 90, 2, 4);
        assertThat(position.isFlat()).isTrue();
        assertThat(position.cash()).as("the profit of a flat position").isEqualTo(10);
        assertThat(position.profitAt(Long.MAX_VALUE)).isEqualTo(10);
        assertThat(position.lastPrice()).isEqualTo(90);
        assertThat(position.timeNanos()).isEqualTo(4);
        position.set(8);
        assertThat(new long[] {position.quantity(), position.cash(), position.lastPrice(), position.timeNanos()}).containsOnly(0);
        assertThat(position.instrumentId()).isEqualTo(8);
    }

    @Test
    void shouldRefuseFillsThatAreNone() {
        position.set(7);
        assertThatThrownBy(() -> position.applyFill(Side.UNKNOWN, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a fill must have a side and a positive quantity: side=UNKNOWN, quantity=1");
        for (long quantity : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> position.applyFill(Side.BUY, 1, quantity, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fill must have a side and a positive quantity: side=BUY, quantity=" + quantity);
        }
        assertThat(position.timeNanos()).isZero();
    }

    @Test
    void shouldBeUnchangedWhereTheQuantityLeaves64Bits() {
        position.set(7);
        position.applyFill(Side.BUY, 2, Long.MAX_VALUE, 1);
        assertThatThrownBy(() -> position.applyFill(Side.BUY, 3, 1, 2)).isInstanceOf(ArithmeticException.class)
            .hasMessage("held quantity must fit 64 bits: held=9223372036854775807, side=BUY, quantity=1");
        assertThat(position.quantity()).isEqualTo(Long.MAX_VALUE);
        assertThat(position.lastPrice()).isEqualTo(2);
        assertThat(cash()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(-2)));
        position.set(7);
        position.applyFill(Side.SELL, 2, Long.MAX_VALUE, 1);
        position.applyFill(Side.SELL, 2, 1, 1);
        assertThat(position.quantity()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> position.applyFill(Side.SELL, 3, 1, 2)).isInstanceOf(ArithmeticException.class)
            .hasMessage("held quantity must fit 64 bits: held=-9223372036854775808, side=SELL, quantity=1");
        assertThat(position.profitAt(2)).isZero();
    }

    @Test
    void shouldBeUnchangedWhereTheCashLeaves128Bits() {
        position.set(7);
        position.applyFill(Side.BUY, Long.MIN_VALUE, Long.MAX_VALUE, 1);
        position.applyFill(Side.SELL, Long.MAX_VALUE, Long.MAX_VALUE, 2);
        assertThatThrownBy(() -> position.applyFill(Side.SELL, Long.MAX_VALUE, Long.MAX_VALUE, 3)).isInstanceOf(ArithmeticException.class)
            .hasMessage("cash must fit 128 bits: price=9223372036854775807, quantity=-9223372036854775807, cashHigh="
                + position.cashHigh());
        assertThat(position.quantity()).isZero();
        assertThat(position.timeNanos()).isEqualTo(2);
    }

    @Test
    void shouldSayWhereASumDoesNotFit64Bits() {
        position.set(7);
        position.applyFill(Side.SELL, Long.MAX_VALUE, 1, 1);
        assertThat(position.cash()).isEqualTo(Long.MAX_VALUE);
        position.applyFill(Side.SELL, 1, 1, 1);
        assertThatThrownBy(position::cash).isInstanceOf(ArithmeticException.class)
            .hasMessage("cash must fit 64 bits: high=0, low=-9223372036854775808");
        assertThat(position.profitAt(1)).isEqualTo(Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> position.profitAt(0)).isInstanceOf(ArithmeticException.class)
            .hasMessage("profit must fit 64 bits: high=0, low=-9223372036854775808");
    }

    @Test
    void shouldAgreeWithNumbersOfAnyLength() {
        Seeds.forEach(20, random -> {
            position.set(1);
            BigInteger quantity = BigInteger.ZERO;
            BigInteger cash = BigInteger.ZERO;
            for (int i = 0; i < 2_000; i++) {
                long price = random.nextLong() >> random.nextInt(64);
                long fill = (random.nextLong() >>> 1 >>> random.nextInt(63)) + (random.nextBoolean() ? 0 : 1);
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                BigInteger signed = BigInteger.valueOf(fill).multiply(BigInteger.valueOf(side.code()));
                BigInteger nextQuantity = quantity.add(signed);
                BigInteger nextCash = cash.subtract(signed.multiply(BigInteger.valueOf(price)));
                boolean fits = fill > 0 && nextQuantity.bitLength() < 64 && nextCash.bitLength() < 128;
                if (applied(side, price, fill)) {
                    assertThat(fits).isTrue();
                    quantity = nextQuantity;
                    cash = nextCash;
                } else {
                    assertThat(fits).isFalse();
                }
                assertThat(position.quantity()).isEqualTo(quantity.longValueExact());
                assertThat(cash()).isEqualTo(cash);
                compareProfit(random, cash, quantity);
            }
        });
    }

    private void compareProfit(Random random, BigInteger cash, BigInteger quantity) {
        long price = random.nextLong() >> random.nextInt(64);
        BigInteger profit = cash.add(quantity.multiply(BigInteger.valueOf(price)));
        try {
            assertThat(BigInteger.valueOf(position.profitAt(price))).isEqualTo(profit);
        } catch (ArithmeticException e) {
            assertThat(profit.bitLength()).isGreaterThan(63);
        }
    }

    private boolean applied(Side side, long price, long quantity) {
        try {
            position.applyFill(side, price, quantity, 0);
            return true;
        } catch (ArithmeticException | IllegalArgumentException e) {
            return false;
        }
    }

    private BigInteger cash() {
        BigInteger low = new BigInteger(Long.toUnsignedString(position.cashLow()));
        return BigInteger.valueOf(position.cashHigh()).shiftLeft(64).add(low);
    }
}
