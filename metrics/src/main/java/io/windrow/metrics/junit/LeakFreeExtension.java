package io.windrow.metrics.junit;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What {@link LeakFree} does. Such tests run alone, so what was held before the construction of an instance may wait in a field. */
final class LeakFreeExtension implements TestInstancePreConstructCallback, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(LeakFreeExtension.class);
    private static final long STEP_MILLIS = 10;

    private Holdings beforeConstruction;

    /** Called by JUnit. */
    LeakFreeExtension() {
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        boolean shared = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        if (!shared && factory.getOuterInstance().isEmpty()) {
            beforeConstruction = Holdings.now();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        LeakFree settings = Settings.nearest(context, LeakFree.class);
        Settings.require(settings.graceMillis() >= 0, "@LeakFree waits 0 ms or more", "graceMillis", settings.graceMillis());
        context.getStore(STORE).put(Holdings.class, beforeConstruction == null ? Holdings.now() : beforeConstruction);
        beforeConstruction = null;
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Holdings before = context.getStore(STORE).remove(Holdings.class, Holdings.class);
        if (before == null) {
            return;
        }
        LeakFree settings = Settings.nearest(context, LeakFree.class);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.graceMillis());
        List<String> leaks = Holdings.now().leaksSince(before, settings);
        while (!leaks.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(STEP_MILLIS);
            leaks = Holdings.now().leaksSince(before, settings);
        }
        if (!leaks.isEmpty()) {
            throw new AssertionError("a @LeakFree test must leave nothing behind, " + context.getRequiredTestMethod().getName()
                + "() left: " + String.join("; ", leaks));
        }
    }
}
