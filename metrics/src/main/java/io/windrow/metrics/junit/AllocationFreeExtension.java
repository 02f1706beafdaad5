package io.windrow.metrics.junit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.Executable;

/** What {@link AllocationFree} does. */
final class AllocationFreeExtension implements InvocationInterceptor, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(AllocationFreeExtension.class);

    /** Called by JUnit. */
    AllocationFreeExtension() {
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
        throws Throwable {
        judge(invocation, test, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
        throws Throwable {
        judge(invocation, test, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(Invocation<T> invocation, ReflectiveInvocationContext<Method> factory, ExtensionContext context)
        throws Throwable {
        if (!takesMeter(factory.getExecutable())) {
            throw new ExtensionConfigurationException("@AllocationFree cannot judge the dynamic tests of a @TestFactory: let it take an"
                + " AllocationMeter for them, or use @ParameterizedTest: test=" + factory.getExecutable().getName());
        }
        return invocation.proceed();
    }

    private static void judge(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
        throws Throwable {
        // JUnit's own run, with whatever other extensions put around it; the runs that are measured go straight to the body.
        invocation.proceed();
        if (!takesMeter(test.getExecutable())) {
            Repeated repeated = repeated(context);
            repeated.assertAtMost(repeated.limitBytes(), body(test));
        }
    }

    private static Executable body(ReflectiveInvocationContext<Method> test) throws IllegalAccessException {
        Method method = test.getExecutable();
        method.setAccessible(true);
        MethodHandle handle = MethodHandles.lookup().unreflect(method);
        if (test.getTarget().isPresent()) {
            handle = handle.bindTo(test.getTarget().get());
        }
        List<Object> arguments = test.getArguments();
        MethodHandle body = MethodHandles.insertArguments(handle.asFixedArity(), 0, arguments.toArray())
            .asType(MethodType.methodType(void.class));
        // A block: as an expression the call would be compiled to return an Object.
        return () -> {
            try {
                body.invokeExact();
            } catch (Throwable failure) {
                failure.addSuppressed(new IllegalStateException("the test passed once and fails when it is run again, as"
                    + " @AllocationFree does: make it repeatable, or let it take an AllocationMeter: test=" + method.getName() + "()"));
                throw failure;
            }
        };
    }

    private static Repeated repeated(ExtensionContext context) {
        return new Repeated(context.getRequiredTestMethod().getName() + "()", Settings.nearest(context, AllocationFree.class));
    }

    private static boolean takesMeter(Method method) {
        return List.of(method.getParameterTypes()).contains(AllocationMeter.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AllocationMeter.class
            && context.getTestMethod().filter(parameter.getDeclaringExecutable()::equals).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        AllocationMeter meter = new AllocationMeter(repeated(context));
        context.getStore(STORE).put(AllocationMeter.class, meter);
        return meter;
    }

    /** Here and not after the body, because the dynamic tests of a factory run between the two. */
    @Override
    public void afterEach(ExtensionContext context) {
        AllocationMeter meter = context.getStore(STORE).remove(AllocationMeter.class, AllocationMeter.class);
        if (meter != null && !meter.wasAsked() && context.getExecutionException().isEmpty()) {
            throw new AssertionError("a test that takes an AllocationMeter must ask it something: test="
                + context.getRequiredTestMethod().getName() + "()");
        }
    }
}
