package io.windrow.buffers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls every public method of a closed object, so that a method added later cannot forget to check. */
public final class AfterClose {

    private AfterClose() {
    }

    /**
     * Fails unless every public method throws {@link IllegalStateException} that says "closed".
     *
     * @param closed    the object.
     * @param allowed   names of methods without parameters that must answer as before, such as {@code close} and what is constant.
     * @param arguments what to pass for a parameter that is not a primitive; a primitive gets zero.
     * @return how many methods threw.
     */
    public static int assertEveryMethodThrows(Object closed, Set<String> allowed, Map<Class<?>, Object> arguments)
        throws IllegalAccessException {
        List<String> called = new ArrayList<>();
        for (Method method : closed.getClass().getMethods()) {
            if (method.getDeclaringClass() == Object.class || Modifier.isStatic(method.getModifiers()) || method.isBridge()) {
                continue;
            }
            Throwable thrown = call(closed, method, arguments);
            if (method.getParameterCount() == 0 && allowed.contains(method.getName())) {
                assertThat(thrown).as("%s", method).isNull();
            } else {
                assertThat(thrown).as("%s", method).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
                called.add(method.getName());
            }
        }
        assertThat(called).as("methods that throw").isNotEmpty();
        return called.size();
    }

    private static Throwable call(Object target, Method method, Map<Class<?>, Object> arguments) throws IllegalAccessException {
        Object[] values = new Object[method.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            values[i] = type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : arguments.get(type);
            assertThat(values[i]).as("argument %s of %s", i, method).isNotNull();
        }
        try {
            method.invoke(target, values);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
