package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;

/**
 * One object for each candle window of a pipeline, found by the window. Made before the first event; looking up allocates nothing.
 *
 * @param <T> the kind of object.
 */
public final class PerWindow<T> {

    private final Object[] values;

    PerWindow(Object[] values) {
        this.values = values;
    }

    /**
     * The object of a window.
     *
     * @param window a window of the same pipeline.
     * @return its object.
     */
    @SuppressWarnings("unchecked")
    public T of(CandleWindow window) {
        return (T) values[window.index()];
    }
}
