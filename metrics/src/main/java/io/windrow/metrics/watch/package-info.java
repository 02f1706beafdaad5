/**
 * Tools that watch samples: a profiler, a baseline, a leak sentinel, a memory manager, a watchdog, notifications, and advice on the
 * collector. Each works on {@link io.windrow.metrics.Sample} alone, so the same class works in an engine, on another JVM of the machine
 * and on an endpoint.
 *
 * <h2>Time</h2>
 * The tools have no clock of their own: what lasts or recurs is counted by {@link io.windrow.metrics.Sample#timeNanos()}. So a recorded
 * day is judged as the day itself, and a test of a week takes milliseconds.
 *
 * <h2>Cost</h2>
 * {@link io.windrow.metrics.watch.LeakSentinel}, {@link io.windrow.metrics.watch.MemoryManager} and
 * {@link io.windrow.metrics.watch.Watchdog} may stand in an engine: a sample that finds nothing allocates nothing. What takes long, a
 * clean-up, an action, a request to a webhook, runs on a daemon thread of the tool, never on the thread that samples.
 */
package io.windrow.metrics.watch;
