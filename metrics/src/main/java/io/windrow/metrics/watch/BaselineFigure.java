package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/**
 * One figure of a baseline. A level's mean, highest and lowest sample, and spread (the root of the variance), in its unit. Of a total all
 * three are its growth per hour, and the spread is 0. Immutable.
 *
 * @param figure which.
 * @param mean what is compared.
 * @param highest the highest.
 * @param floor the lowest.
 * @param spread the typical distance from the mean.
 */
public record BaselineFigure(Figure figure, long mean, long highest, long floor, long spread) {
}
