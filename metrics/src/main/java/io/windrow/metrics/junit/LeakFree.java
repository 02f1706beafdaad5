package io.windrow.metrics.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * A test that must leave nothing behind, or of a class, each test of it: off-heap bytes by owner, open files, threads.
 *
 * <p>Compared is what the process holds before the test's instance is made and after the last {@code @AfterEach}: what the fields
 * open belongs to the test. Not so where the tests of a class share their instance; what that opens, and what {@code @BeforeAll} opens,
 * is there before and after. A {@code @TestFactory} is compared as a whole, with all its dynamic tests. Off-heap bytes must be back to
 * where they were to the byte: an owner with fewer is a fault too.
 *
 * <p>The figures are of the process, so where tests run in parallel such a test runs alone. Works with {@code @Test},
 * {@code @ParameterizedTest}, {@code @RepeatedTest}, {@code @TestFactory} and in {@code @Nested} classes.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ResourceLock(Resources.GLOBAL)
@ExtendWith(LeakFreeExtension.class)
public @interface LeakFree {

    /**
     * Whether off-heap bytes are compared, of every {@link io.windrow.buffers.memory.OffHeapMemory} together.
     *
     * @return true to compare.
     */
    boolean offHeap() default true;

    /**
     * Whether open files, pipes and sockets are compared. Only on Linux; elsewhere nothing is. Jars and the JDK's own files are left out,
     * because class loading opens them when it will.
     *
     * @return true to compare.
     */
    boolean openFiles() default true;

    /**
     * Whether threads are compared that keep a process alive: those that are no daemons.
     *
     * @return true to compare.
     */
    boolean threads() default true;

    /**
     * Whether daemon threads are compared as well. The JDK's own are left out: those of the group {@code system} and of the common pool.
     *
     * @return true to compare.
     */
    boolean daemonThreads() default false;

    /**
     * How long to wait for what is just ending. A test that left nothing does not wait.
     *
     * @return milliseconds, 0 or more.
     */
    long graceMillis() default 1000;
}
