package io.windrow.buffers.ta4j;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.ta4j.core.Bar;

/** The bars of a series as a list: the oldest kept comes first. */
final class WindowBars extends AbstractList<Bar> implements RandomAccess {

    private final WindowBarSeries series;

    WindowBars(WindowBarSeries series) {
        this.series = series;
    }

    @Override
    public Bar get(int position) {
        return series.getBar(series.getRemovedBarsCount() + Objects.checkIndex(position, size()));
    }

    @Override
    public int size() {
        return series.getBarCount();
    }
}
