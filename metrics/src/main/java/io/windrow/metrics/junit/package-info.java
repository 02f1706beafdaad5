/**
 * What strategy authors put on their own tests: {@link io.windrow.metrics.junit.AllocationFree} and
 * {@link io.windrow.metrics.junit.LeakFree}, for JUnit 5.
 *
 * <pre>{@code
 * @LeakFree
 * class CrossoverTest {
 *
 *     private final Crossover strategy = new Crossover();
 *     private final Signal signal = new Signal();
 *
 *     @Test
 *     @AllocationFree
 *     void shouldAllocateNothingPerTrade() {
 *         strategy.onTrade(101_25, 3, signal);
 *     }
 *
 *     @Test
 *     @AllocationFree(warmUps = 20_000)
 *     void shouldAllocateNothingAcrossADay(AllocationMeter meter) throws Throwable {
 *         List<Trade> day = recordedDay();
 *         meter.assertNone(() -> strategy.onTrades(day));
 *         assertThat(strategy.signals()).isEqualTo(17);
 *     }
 * }
 * }</pre>
 *
 * <p>JUnit is an optional dependency of this artifact: a project with tests has {@code junit-jupiter-api} of its own.
 */
package io.windrow.metrics.junit;
