/**
 * The engine's metrics in Micrometer: one binder, under the names that dashboards know. Takes {@code io.micrometer:micrometer-core}, which
 * is optional to the artifact; with {@code micrometer-registry-prometheus} durations are histograms.
 */
package io.windrow.metrics.micrometer;
