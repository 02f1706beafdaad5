package io.windrow.examples.soak;

import io.windrow.examples.soak.SoakRecord.Block;
import io.windrow.examples.soak.child.SoakSettings;
import io.windrow.metrics.trend.BlockFloors;
import io.windrow.metrics.trend.TrendRule;
import io.windrow.metrics.trend.TrendVerdict;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How one figure grows over the days that count, by the floors of their blocks.
 *
 * @param name     what it is.
 * @param first    its floor in the first block, bytes.
 * @param last     its floor in the last block.
 * @param millions how many million trades a whole day has.
 * @param verdict  bytes per million trades.
 */
record Growth(String name, long first, long last, double millions, TrendVerdict verdict) {

    private static final double MILLION = 1e6;
    private static final double PERCENT = 100;

    /** Judges a figure; {@code percent} of its first floor may be added in a whole day. */
    static Growth of(String name, List<Block> blocks, ToLongFunction<Block> figure, SoakSettings settings, double percent, double step) {
        double[] x = new double[blocks.size()];
        double[] y = new double[blocks.size()];
        int count = 0;
        for (Block block : blocks) {
            if (block.samples() > 0) {
                x[count] = (block.day() - 1 + (block.number() + 0.5) / settings.blocks()) * settings.events() / MILLION;
                y[count++] = figure.applyAsLong(block);
            }
        }
        double millions = SoakSettings.dayEvents(settings.rate()) / MILLION;
        TrendRule rule = new TrendRule(percent / PERCENT * y[0] / millions, step, "B per million trades");
        BlockFloors floors = BlockFloors.of(x, y, Math.max(1, count), settings.blocks() * settings.days());
        return new Growth(name, (long) y[0], (long) y[Math.max(1, count) - 1], millions, rule.judge(floors));
    }

    /** Bytes per million trades as percent of the first floor per whole day. */
    double percentPerDay(double slope) {
        return slope * millions / first * PERCENT;
    }
}
