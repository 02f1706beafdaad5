package io.windrow.metrics.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test whose body must allocate nothing on the heap, or of a class, each test of it.
 *
 * <p>JUnit runs the body once as always; then it is run again, on the same instance and with the same arguments: {@link #warmUps()} times
 * unjudged and {@link #repetitions()} times measured, each time to the byte, by the counter of the thread that runs the test. The virtual
 * machine itself may allocate on that thread now and then, so a round that exceeds is followed by two more, and the test fails if one of
 * them exceeds as well. The body must be one that can be repeated; {@code @BeforeEach} and {@code @AfterEach} run once, around all.
 *
 * <p>Assertions and lambdas that capture allocate themselves. A test with such takes an {@link AllocationMeter} as its parameter: then the
 * body runs once and only what it gives to the meter is measured.
 *
 * <p>A failure says how many bytes a repetition took, and runs the body up to two seconds more under a flight recording, in this JVM
 * alone, to name the classes and lines that allocate.
 *
 * <p>For {@code @Test}, {@code @ParameterizedTest}, {@code @RepeatedTest} and other templates, in {@code @Nested} classes as well. A
 * {@code @TestFactory} is refused unless it takes a meter for its dynamic tests. What other threads allocate is not measured.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AllocationFreeExtension.class)
public @interface AllocationFree {

    /**
     * Runs that are not judged. The default is enough for loading classes and linking lambdas; code that allocates nothing only once it is
     * compiled takes 20,000.
     *
     * @return runs, 0 or more.
     */
    int warmUps() default 200;

    /**
     * Measured runs of a round.
     *
     * @return runs, 1 or more.
     */
    int repetitions() default 100;

    /**
     * What one run may allocate.
     *
     * @return bytes, 0 or more.
     */
    long limitBytes() default 0;

    /**
     * Whether a failing test is run again under a flight recording.
     *
     * @return false to save the time.
     */
    boolean sites() default true;
}
