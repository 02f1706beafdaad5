package io.windrow.buffers.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class LeakCheckTest {

    private final LeakCheck check = new LeakCheck();

    @Test
    void shouldFailATestThatLeavesABlockOpen() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1024)) {
            check.beforeEach(null);
            MemoryBlock forgotten = memory.allocate("test", 8);

            assertThatThrownBy(() -> check.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("leakedBytes=" + forgotten.footprintBytes() + ",")
                .hasMessageEndingWith(", test=" + forgotten.footprintBytes());
        }
    }

    @Test
    void shouldFailATestThatClosesWhatItDidNotOpen() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1024)) {
            MemoryBlock older = memory.allocate("test", 8);
            check.beforeEach(null);
            older.close();

            assertThatThrownBy(() -> check.afterEach(null)).hasMessageContaining("leakedBytes=-" + older.footprintBytes() + ",");
        }
    }

    @Test
    void shouldPassATestThatClosesWhatItOpened() {
        check.beforeEach(null);
        OffHeapMemory.withBudget(1024).allocate("test", 8).close();

        assertThatCode(() -> check.afterEach(null)).doesNotThrowAnyException();
    }

    @Test
    void shouldBeRegisteredForEveryTest() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(LeakCheck.class);
        assertThat(System.getProperty("junit.jupiter.extensions.autodetection.enabled")).isEqualTo("true");
    }
}
