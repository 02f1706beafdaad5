/**
 * Whether a figure grows, said so that neither a sawtooth nor one outlier nor noise that remembers itself counts as growth.
 *
 * <p>{@link io.windrow.metrics.trend.SlopeWindow} follows one figure in a running engine, without garbage.
 */
package io.windrow.metrics.trend;
