package io.windrow.examples.prove.report;

import java.util.Map;

/**
 * What one run of one engine gave.
 *
 * @param engine      its name.
 * @param figures     what was measured; a figure that this machine cannot give is absent.
 * @param signalsHash hash over all signals in order.
 * @param windowsHash hash over all candles kept at the end.
 * @param series      curves by name: {@code rss}, {@code heap}, {@code stopped} (nanoseconds so far) over seconds, and
 *                    {@code latency} (nanoseconds) over the percentile.
 * @param notes       plain words on what could not be measured, and conditions only the engine's JVM knows.
 */
public record RunResult(String engine, Map<Figure, Double> figures, String signalsHash, String windowsHash,
    Map<String, Series> series, Map<String, String> notes) {
}
