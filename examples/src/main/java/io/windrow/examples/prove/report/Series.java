package io.windrow.examples.prove.report;

/**
 * A curve: values over the seconds since the JVM's engine began, or over a percentile.
 *
 * @param x horizontal coordinates, rising.
 * @param y values.
 */
public record Series(double[] x, double[] y) {
}
