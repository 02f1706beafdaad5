package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryPlanTest {

    private static final long HALF = Long.MAX_VALUE / 2 + 1;

    private final MemoryPlan plan = MemoryPlan.builder().add("ring", 1, 1024).add("candles", 6, 256).add("trades", 2, 640)
        .add("quotes", 0, 64).build();

    @Test
    void shouldAddUpLinesInTheirOrder() {
        assertThat(plan.lines()).containsExactly(new MemoryPlan.Line("ring", 1, 1024, 0), new MemoryPlan.Line("candles", 6, 256, 0),
            new MemoryPlan.Line("trades", 2, 640, 0), new MemoryPlan.Line("quotes", 0, 64, 0));
        assertThat(plan.lines()).extracting(MemoryPlan.Line::bytes).containsExactly(1024L, 1536L, 1280L, 0L);
        assertThat(plan.totalBytes()).isEqualTo(3840);
        assertThat(plan.bytes("candles")).isEqualTo(1536);
        assertThat(plan.bytes("quotes")).isZero();
        assertThat(plan.bytes("nobody")).isZero();
        assertThat(plan).hasToString("MemoryPlan{totalBytes=3840, ring=1×1024, candles=6×256, trades=2×640, quotes=0×64}");
    }

    @Test
    void shouldPlanNothing() {
        MemoryPlan empty = MemoryPlan.builder().build();
        assertThat(empty.totalBytes()).isZero();
        assertThat(empty.lines()).isEmpty();
        assertThatCode(() -> empty.requireWithin(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> empty.requireWithin(-1))
            .hasMessage("memory plan must fit the budget: totalBytes=0, budgetBytes=-1, largest=none, largestBytes=0");
    }

    @Test
    void shouldFitABudgetOfItsTotalAndNotOneByteLess() {
        assertThatCode(() -> plan.requireWithin(3840)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan.requireWithin(3839)).isInstanceOf(MemoryBudgetExceededException.class)
            .hasMessage("memory plan must fit the budget: totalBytes=3840, budgetBytes=3839, largest=candles, largestBytes=1536");
    }

    @Test
    void shouldCountAllLinesOfAnOwnerTogether() {
        MemoryPlan mixed = MemoryPlan.builder().add("trades", 1, 100).add("ring", 1, 120).add("trades", 1, 50).build();
        assertThat(mixed.bytes("trades")).isEqualTo(150);
        assertThatThrownBy(() -> mixed.requireWithin(1))
            .hasMessage("memory plan must fit the budget: totalBytes=270, budgetBytes=1, largest=trades, largestBytes=150");
    }

    @Test
    void shouldNotChangeOnceItIsBuilt() {
        MemoryPlan.Builder builder = MemoryPlan.builder().add("a", 1, 64);
        MemoryPlan first = builder.build();
        assertThat(builder.add("b", 1, 64).build().totalBytes()).isEqualTo(128);
        assertThat(first.totalBytes()).isEqualTo(64);
        assertThat(first.lines()).hasSize(1);
        assertThatThrownBy(() -> first.lines().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldRefuseSizesThatAreNone(long size) {
        MemoryPlan.Builder builder = MemoryPlan.builder();
        assertThatThrownBy(() -> builder.add("a", 1, size)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("bytes each must be positive: bytesEach=" + size + ", tag=a");
        assertThatThrownBy(() -> builder.add("a", size | Long.MIN_VALUE, 64)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("count must not be negative: count=" + (size | Long.MIN_VALUE) + ", tag=a");
        assertThatThrownBy(() -> builder.add(null, 1, 1)).isInstanceOf(NullPointerException.class).hasMessage("tag");
        assertThat(builder.build().lines()).isEmpty();
    }

    @Test
    void shouldRefuseAPlanThatNoLongCanCount() {
        MemoryPlan.Builder builder = MemoryPlan.builder();
        assertThatThrownBy(() -> builder.add("a", HALF, 2)).isInstanceOf(ArithmeticException.class)
            .hasMessage("bytes must fit a long: count=4611686018427387904, bytesEach=2, tag=a");
        builder.add("a", HALF - 1, 2);
        assertThatThrownBy(() -> builder.add("b", 1, 2)).isInstanceOf(ArithmeticException.class)
            .hasMessage("total bytes must fit a long: totalBytes=9223372036854775806, bytes=2, tag=b");
        assertThat(builder.add("b", 1, 1).build().totalBytes()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldSayWhatTheLedgerThenSays() {
        Seeds.forEach(50, random -> {
            MemoryPlan.Builder builder = MemoryPlan.builder();
            List<Integer> sizes = new ArrayList<>();
            for (int owner = 0; owner < 1 + random.nextInt(5); owner++) {
                sizes.add(1 + random.nextInt(5_000));
                builder.add("owner" + owner, owner + 1, OffHeapMemory.footprintBytes(sizes.get(owner)));
            }
            MemoryPlan made = builder.build();
            try (OffHeapMemory memory = OffHeapMemory.withBudget(made.totalBytes())) {
                for (int owner = 0; owner < sizes.size(); owner++) {
                    for (int block = 0; block <= owner; block++) {
                        memory.allocate("owner" + owner, sizes.get(owner));
                    }
                }
                TreeMap<String, Long> ledger = new TreeMap<>();
                memory.forEachOwner((tag, blocks, bytes) -> ledger.put(tag + "×" + blocks, bytes));
                TreeMap<String, Long> planned = new TreeMap<>();
                made.lines().forEach(line -> planned.put(line.tag() + "×" + line.count(), line.bytes()));
                assertThat(planned).isEqualTo(ledger);
                assertThat(memory.usedBytes()).isEqualTo(made.totalBytes());
            }
        });
    }
}
