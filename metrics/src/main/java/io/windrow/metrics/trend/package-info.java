/**
 * Whether a figure grows, said so that neither a sawtooth nor one outlier nor noise that resembles itself counts as growth.
 *
 * <p>{@link io.windrow.metrics.trend.SlopeWindow} follows one figure in a running engine, without garbage.
 * {@link io.windrow.metrics.trend.BlockFloors} and {@link io.windrow.metrics.trend.TrendRule} judge a series that is there as a whole:
 * <pre>{@code
 * BlockFloors floors = BlockFloors.of(millionsOfEvents, residentBytes, samples, 20);
 * TrendVerdict verdict = new TrendRule(1024, 4096, "B per million events").judge(floors);
 * if (verdict.trend() != TrendVerdict.Trend.NO_GROWTH) {
 *     System.out.println(verdict.reason());
 * }
 * }</pre>
 *
 * <p>A verdict that is inconclusive is not a pass. A verdict of no growth says how small a growth it would have seen.
 */
package io.windrow.metrics.trend;
