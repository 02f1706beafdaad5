package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffHeapMemoryTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldRefuseABudgetThatIsNotPositive(long budgetBytes) {
        assertThatThrownBy(() -> OffHeapMemory.withBudget(budgetBytes))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("budget must be positive: budgetBytes=" + budgetBytes);
    }

    @ParameterizedTest
    @CsvSource({"1, 65", "63, 127", "64, 128", "65, 129", "128, 192", "1073741824, 1073741888"})
    void shouldTakeTheSizeRoundedUpToALineAndOneLineMore(long bytes, long footprint) {
        assertThat(OffHeapMemory.footprintBytes(bytes)).isEqualTo(footprint);
    }

    @Test
    void shouldGiveTheLastByteOfTheBudgetAndNotOneMore() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(128 + 192)) {
            memory.allocate("a", 64);

            assertThatThrownBy(() -> memory.allocate("b", 129))
                .isInstanceOf(MemoryBudgetExceededException.class)
                .hasMessage("memory budget exceeded: budgetBytes=320, usedBytes=128, askedBytes=193, tag=b");
            assertThat(memory.usedBytes()).isEqualTo(128);
            assertThat(memory.usedBytes("b")).isZero();

            memory.allocate("b", 128);
            assertThat(memory.usedBytes()).isEqualTo(320).isEqualTo(memory.budgetBytes());
            assertThatThrownBy(() -> memory.allocate("c", 1)).isInstanceOf(MemoryBudgetExceededException.class);
        }
    }

    @Test
    void shouldCheckAPlanWithoutTakingAnything() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(320)) {
            memory.allocate("a", 64);
            memory.requireFree("plan", 192);
            assertThatThrownBy(() -> memory.requireFree("plan", 193))
                .isInstanceOf(MemoryBudgetExceededException.class)
                .hasMessage("memory budget exceeded: budgetBytes=320, usedBytes=128, askedBytes=193, tag=plan");
            assertThat(memory.usedBytes()).isEqualTo(128);
            assertThat(memory.usedBytes("plan")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, OffHeapMemory.MAX_BLOCK_BYTES + 1, Long.MAX_VALUE})
    void shouldRefuseABlockSizeOutOfRange(long bytes) {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(Long.MAX_VALUE)) {
            assertThatThrownBy(() -> memory.allocate("a", bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block size must be 1 to 1073741824 bytes: bytes=" + bytes + ", tag=a");
            assertThat(memory.usedBytes()).isZero();
        }
    }

    @Test
    void shouldRefuseABlockWithoutAnOwner() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1024)) {
            assertThatThrownBy(() -> memory.allocate(null, 8)).isInstanceOf(NullPointerException.class).hasMessage("tag");
        }
    }

    @Test
    void shouldCloseEveryBlockAndRefuseMoreOnceClosed() {
        long before = OffHeapMemory.processUsedBytes();
        OffHeapMemory memory = OffHeapMemory.withBudget(1024);
        MemoryBlock first = memory.allocate("a", 8);
        MemoryBlock second = memory.allocate("b", 8);
        memory.close();
        memory.close();

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
        assertThat(memory).hasToString("OffHeapMemory{budgetBytes=1024, usedBytes=0, a=0, b=0}");
        assertThat(OffHeapMemory.processUsedBytes()).isEqualTo(before);
        assertThatThrownBy(() -> memory.allocate("c", 8))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("memory is closed: tag=c, bytes=8");
    }

    @Test
    void shouldWalkTheOwnersByNameThoseAtZeroIncluded() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1024)) {
            memory.allocate("trades", 8);
            memory.allocate("candles", 8);
            memory.allocate("candles", 65);
            memory.allocate("quotes", 8).close();
            List<String> lines = new ArrayList<>();
            memory.forEachOwner((tag, blocks, bytes) -> lines.add(tag + " " + blocks + " " + bytes));

            assertThat(lines).containsExactly("candles 2 201", "quotes 0 0", "trades 1 72");
            assertThat(memory.usedBytes("nobody")).isZero();
        }
    }

    @Test
    void shouldWalkTheOwnersOfAllMemoriesThatHoldABlock() {
        try (OffHeapMemory one = OffHeapMemory.withBudget(4096); OffHeapMemory other = OffHeapMemory.withBudget(4096)) {
            one.allocate("ledger-b", 100);
            other.allocate("ledger-b", 200);
            MemoryBlock closed = other.allocate("ledger-a", 8);
            assertThat(processOwners()).containsExactly("ledger-a 1 72", "ledger-b 2 428");
            closed.close();
            closed.close();
            assertThat(processOwners()).containsExactly("ledger-b 2 428");
        }
        assertThat(processOwners()).isEmpty();
    }

    private static List<String> processOwners() {
        List<String> owners = new ArrayList<>();
        OffHeapMemory.forEachProcessOwner((tag, blocks, bytes) -> {
            if (tag.startsWith("ledger-")) {
                owners.add(tag + " " + blocks + " " + bytes);
            }
        });
        return owners;
    }

    @Test
    void shouldCountClosedBytesUntilTheCollectorHasFoundThem() throws InterruptedException {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1024)) {
            MemoryBlock block = memory.allocate("a", 64);
            // As a thread does that was reading when another closed the block.
            Longs reading = block.longs;
            assertThat(memory.awaitingReclaimBytes()).isZero();
            block.close();
            block.close();
            assertThat(memory.awaitingReclaimBytes()).isEqualTo(128);
            for (int round = 0; round < 3; round++) {
                memory.allocate("unread", 128).close();
                assertThat(collectUntilAwaiting(memory, 128)).as("not while somebody reads").isEqualTo(128);
            }
            Reference.reachabilityFence(reading);
            reading = null;
            assertThat(collectUntilAwaiting(memory, 0)).isZero();
        }
    }

    /** What is awaited then, or once no collection has helped for five minutes. */
    private static long collectUntilAwaiting(OffHeapMemory memory, long bytes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (memory.awaitingReclaimBytes() > bytes && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(10);
        }
        return memory.awaitingReclaimBytes();
    }

    @Test
    void shouldKeepTheSameLedgerAsAMapOfSums() {
        Seeds.forEach(50, random -> {
            TreeMap<String, Long> sums = new TreeMap<>();
            List<MemoryBlock> open = new ArrayList<>();
            try (OffHeapMemory memory = OffHeapMemory.withBudget(4096)) {
                for (int step = 0; step < 200; step++) {
                    if (!open.isEmpty() && random.nextInt(3) == 0) {
                        MemoryBlock block = open.remove(random.nextInt(open.size()));
                        block.close();
                        block.close();
                        sums.merge(block.tag(), (long) -block.footprintBytes(), Long::sum);
                    } else {
                        allocate(memory, "owner" + random.nextInt(4), 1 + random.nextInt(500), sums, open);
                    }
                    TreeMap<String, Long> ledger = new TreeMap<>();
                    memory.forEachOwner((tag, blocks, bytes) -> ledger.put(tag, bytes));
                    assertThat(ledger).isEqualTo(sums);
                    assertThat(memory.usedBytes()).isEqualTo(total(sums));
                }
            }
        });
    }

    private static void allocate(OffHeapMemory memory, String tag, int bytes, TreeMap<String, Long> sums, List<MemoryBlock> open) {
        long footprint = bytes + 64;
        if (total(sums) + footprint > memory.budgetBytes()) {
            assertThatThrownBy(() -> memory.allocate(tag, bytes)).isInstanceOf(MemoryBudgetExceededException.class);
        } else {
            open.add(memory.allocate(tag, bytes));
            sums.merge(tag, footprint, Long::sum);
        }
    }

    private static long total(TreeMap<String, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).sum();
    }
}
