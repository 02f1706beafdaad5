package io.windrow.buffers.testing;

import io.windrow.buffers.memory.OffHeapMemory;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Fails a test that ends with more, or fewer, off-heap bytes in use than it began with; the blocks in the fields of a test belong to
 * it. The check registers itself for every test through {@code META-INF/services}. Tests run one after the other, so fields are
 * enough.
 */
public final class LeakCheck implements TestInstancePreConstructCallback, BeforeEachCallback, AfterEachCallback {

    private long usedBefore;
    private boolean hasInstanceOfItsOwn;

    /** Called by JUnit. */
    public LeakCheck() {
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        boolean shared = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        if (!shared && factory.getOuterInstance().isEmpty()) {
            usedBefore = OffHeapMemory.processUsedBytes();
            hasInstanceOfItsOwn = true;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!hasInstanceOfItsOwn) {
            usedBefore = OffHeapMemory.processUsedBytes();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        hasInstanceOfItsOwn = false;
        long leaked = OffHeapMemory.processUsedBytes() - usedBefore;
        if (leaked != 0) {
            StringBuilder open = new StringBuilder();
            OffHeapMemory.forEachProcessOwner((tag, blocks, bytes) -> open.append(", ").append(tag).append('=').append(bytes));
            throw new AssertionError("a test must close every block it opens: leakedBytes=" + leaked + ", usedBefore=" + usedBefore + open);
        }
    }
}
