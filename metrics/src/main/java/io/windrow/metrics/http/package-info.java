/**
 * The endpoint of an engine and its live page: {@link io.windrow.metrics.http.MetricsServer}.
 *
 * <pre>{@code
 * EngineMetrics metrics = EngineMetrics.builder().pipeline("main", pipeline).start();
 * MetricsServer server = MetricsServer.builder(metrics).text("/metrics", registry::scrape).build().start();
 * }</pre>
 *
 * <h2>Paths</h2>
 * <table>
 *   <caption>What is answered, to GET and HEAD alone</caption>
 *   <tr><th>Path</th><th>Answer</th></tr>
 *   <tr><td>{@code /}</td><td>the live page; it asks nothing of any other machine</td></tr>
 *   <tr><td>{@code /health}</td><td>the checks; 503 when one is down, unless {@code ?always=200}</td></tr>
 *   <tr><td>{@code /api/system/metrics/current}</td><td>every figure that is known, and the engine's parts</td></tr>
 *   <tr><td>{@code /api/system/metrics/history}</td><td>curves; {@code from} and {@code to} as ISO 8601 or milliseconds since the epoch,
 *       {@code points}, {@code figures} as keys with commas; at most 7 days, 10,000 points and 64,000 values: who asks for more gets
 *       these and {@code "sampled":true}</td></tr>
 *   <tr><td>{@code /api/system/metrics/stream}</td><td>server-sent events, {@code current} once a sample; at most 100 subscribers, the
 *       oldest gives way; who has not taken an event misses the next</td></tr>
 *   <tr><td>{@code /metrics}</td><td>what a {@link io.windrow.metrics.http.TextSource} writes</td></tr>
 * </table>
 * In JSON, bytes and counts are whole numbers and times decimal seconds, exact to the nanosecond; what is not known is left out, or null
 * in a curve. Errors are {@code {"error":"..."}} in one line.
 *
 * <h2>Why a server of its own</h2>
 * <table>
 *   <caption>Peak resident memory of a small JVM (Serial, 8 MB of heap) after 300 requests of 4 KB, median of 5 runs, two busy
 *   cores</caption>
 *   <tr><th>Server</th><th>JDK 17</th><th>JDK 25</th></tr>
 *   <tr><td>none</td><td>37.5 MB</td><td>40.3 MB</td></tr>
 *   <tr><td>this one</td><td>39.9 MB</td><td>44.3 MB</td></tr>
 *   <tr><td>microhttp 0.11</td><td>43.6 MB</td><td>54.8 MB</td></tr>
 *   <tr><td>{@code com.sun.net.httpserver}</td><td>49.1 MB</td><td>58.8 MB</td></tr>
 * </table>
 * Besides, microhttp answers with whole bodies only, so it has no streams, and bounds neither the connections nor the time in which an
 * answer is taken. The JDK's server needs a thread for each stream.
 *
 * <h2>Threads, memory and faults</h2>
 * One daemon thread, {@code windrow-http}, does all of it with one selector. It sleeps while nobody is connected. A request and an event
 * cost next to no garbage; a connection keeps 1 to 8 KB, and answers that clients have not taken keep at most 2 MB together. A page that
 * throws, an {@code OutOfMemoryError} too, is answered with 500 and counted; the engine's threads never wait for this one.
 *
 * <h2>Who may ask</h2>
 * There is no password and no encryption: the server listens on loopback unless told otherwise, and answers there only requests that call
 * it by an address, {@code localhost} or a name it was given, because a page of another site can let its own name point to this machine.
 */
package io.windrow.metrics.http;
