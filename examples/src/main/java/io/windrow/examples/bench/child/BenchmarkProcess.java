package io.windrow.examples.bench.child;

import io.windrow.examples.prove.child.ParentWatch;
import java.lang.reflect.InvocationTargetException;

/** The JVM from which JMH starts those of its benchmarks. JMH is not needed to compile this, and the runnable jar is without it. */
public final class BenchmarkProcess {

    /** JMH's command line. */
    public static final String JMH = "org.openjdk.jmh.Main";

    private BenchmarkProcess() {
    }

    /**
     * Runs JMH, and ends when the JVM that started this one is gone.
     *
     * @param args options of JMH.
     * @throws Throwable what JMH throws.
     */
    public static void main(String[] args) throws Throwable {
        ParentWatch.begin();
        try {
            Class.forName(JMH).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
