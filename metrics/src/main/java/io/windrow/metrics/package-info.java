/**
 * What proves the footprint: resident memory, processor time, stop-the-world time and allocation of a process.
 *
 * <pre>{@code
 * try (EngineMetrics metrics = EngineMetrics.builder().pipeline("main", pipeline).memory("engine", memory).start()) {
 *     Sample sample = new Sample();
 *     metrics.read(sample);                       // the newest; every Figure, or -1
 *     sample.get(Figure.RESIDENT);
 *     metrics.growthPerMinute(Figure.RESIDENT);   // a robust slope over ten minutes
 *     metrics.pauses().percentileNanos(95);       // of the stops of all threads, to the nanosecond
 * }
 * }</pre>
 *
 * <p>One table holds everything: {@link io.windrow.metrics.Figure} names what there is, a {@link io.windrow.metrics.Sample} holds a
 * value of each, a {@link io.windrow.metrics.SampleSource} fills it, be it this engine, another process or an endpoint, and a
 * {@link io.windrow.metrics.SampleListener} is told of it. {@code .watch} has the tools that listen, {@code .micrometer} the meters,
 * {@code .http} the endpoint and the live page, {@code .trend} the slopes, {@code .guard} and {@code .junit} the limits on allocation,
 * {@code .sites} what a flight recording tells.
 *
 * <h2>Where the figures come from</h2>
 * <table>
 *   <caption>Instrument, source, and cost of one reading on two shared cores</caption>
 *   <tr><th>Instrument</th><th>Source</th><th>Cost</th></tr>
 *   <tr><td>{@link io.windrow.metrics.ProcessMemory}</td><td>the kernel's {@code /proc/PID/status}, {@code statm},
 *       {@code smaps_rollup}</td><td>3 to 10 us, 1 us, 0.2 to 1 ms</td></tr>
 *   <tr><td>{@link io.windrow.metrics.ProcessCpu}</td><td>{@code /proc/PID/stat}</td><td>2 to 4 us</td></tr>
 *   <tr><td>{@link io.windrow.metrics.HotspotCounters}</td><td>the JVM's own counter file</td>
 *       <td>about 1 us a number, 5 us all at once</td></tr>
 *   <tr><td>{@link io.windrow.metrics.PauseRecorder}</td><td>{@link io.windrow.metrics.CollectorStatistics}</td>
 *       <td>about 15 us</td></tr>
 *   <tr><td>{@link io.windrow.metrics.AllocationProbe}</td><td>the JVM's thread counters through
 *       {@code java.management}</td><td>under 100 ns and 4 MB resident</td></tr>
 *   <tr><td>{@link io.windrow.metrics.ProcessSource}</td><td>all of these, open files and the control group</td>
 *       <td>20 us compiled, 0.3 ms interpreted</td></tr>
 * </table>
 *
 * <h2>Units</h2>
 * Sizes are bytes, durations are nanoseconds, points in time are nanoseconds since the epoch, UTC; the name of a method ends
 * in the unit. A figure that the kernel or the JVM does not give is {@code -1}, never 0.
 *
 * <h2>Threads</h2>
 * {@code ProcessMemory}, {@code ProcessCpu} and {@code ProcessSource} keep their last reading in fields and belong to one thread at a time.
 * {@code HotspotCounters} and {@code CollectorStatistics} may be asked from any thread.
 * {@code PauseRecorder}, {@code ProcessSampler} and {@code EngineMetrics} lock, so that one thread may sample while others look.
 *
 * <h2>What watching costs</h2>
 * A reading allocates nothing once its code is warm. Nothing here but {@code AllocationProbe}, and the fallback that
 * {@code CollectorStatistics} takes when there are no counters, touches {@code java.management}. Strings are joined with
 * builders on the way to the first sample, because joining with {@code +} pulls method-handle classes into the process that
 * is being weighed.
 */
package io.windrow.metrics;
