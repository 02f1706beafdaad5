package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every kind of window, in every place that a window may have, for tests that hold for each. */
final class WindowCase<F extends WindowField> {

    private final String name;
    private final List<F> fields;
    private final Opener<F> opener;
    private final Appender<F> appender;

    private WindowCase(String name, F[] fields, Opener<F> opener, Appender<F> appender) {
        this.name = name;
        this.fields = List.of(fields);
        this.opener = opener;
        this.appender = appender;
    }

    /** Opens an empty window of the middle one of three instruments, whose neighbours have rows of their own. */
    @FunctionalInterface
    private interface Opener<F extends WindowField> {
        Window<F> open(OffHeapMemory memory, int capacity);
    }

    /** Appends a row with a value for each column. */
    @FunctionalInterface
    private interface Appender<F extends WindowField> {
        void append(Window<F> window, long[] row);
    }

    static List<WindowCase<?>> all() {
        List<WindowCase<?>> cases = new ArrayList<>();
        Appender<TradeField> trade = (window, row) -> ((TradeWindow) window).append(row[0], row[1], row[2], row[3], (int) row[4]);
        Appender<QuoteField> quote = (window, row) -> ((QuoteWindow) window).append(row[0], row[1], row[2], row[3], row[4]);
        addAll(cases, "trades", TradeField.values(), trade,
            (memory, capacity) -> TradeWindow.open(memory, registry().get(1), capacity),
            (memory, capacity) -> WindowGroup.ofTrades(memory, registry(), capacity)::get,
            (memory, capacity) -> WindowCache.ofTrades(memory, registry(), capacity, 2)::get);
        addAll(cases, "quotes", QuoteField.values(), quote,
            (memory, capacity) -> QuoteWindow.open(memory, registry().get(1), capacity),
            (memory, capacity) -> WindowGroup.ofQuotes(memory, registry(), capacity)::get,
            (memory, capacity) -> WindowCache.ofQuotes(memory, registry(), capacity, 2)::get);
        for (CandleLayout layout : CandleLayout.values()) {
            CandleSpec spec = CandleSpec.of(Timeframe.minutes(1)).layout(layout);
            addAll(cases, "candles " + layout, Arrays.copyOf(CandleField.values(), layout.columns()), WindowCase::appendCandle,
                (memory, capacity) -> CandleWindow.open(memory, registry().get(1), spec.capacity(capacity)),
                (memory, capacity) -> WindowGroup.ofCandles(memory, registry(), spec.capacity(capacity), 0, 1)::get,
                (memory, capacity) -> WindowCache.ofCandles(memory, registry(), spec.capacity(capacity), 2)::get);
        }
        return cases;
    }

    private static <F extends WindowField> void addAll(List<WindowCase<?>> cases, String name, F[] fields, Appender<F> appender,
        Opener<F> alone, Shared<F> group, Shared<F> cache) {
        cases.add(new WindowCase<>(name + " alone", fields, alone, appender));
        cases.add(new WindowCase<>(name + " in a group", fields, amongOthers(group, appender, fields.length), appender));
        cases.add(new WindowCase<>(name + " in a cache", fields, amongOthers(cache, appender, fields.length), appender));
    }

    /** Windows found by instrument. */
    private interface Shared<F extends WindowField> {
        Windows<F> open(OffHeapMemory memory, int capacity);
    }

    /** One of them. */
    private interface Windows<F extends WindowField> {
        Window<F> get(int instrumentId);
    }

    /** In a cache of two places this is also a hand-over: the last asked for takes the first one's. */
    private static <F extends WindowField> Opener<F> amongOthers(Shared<F> shared, Appender<F> appender, int columns) {
        return (memory, capacity) -> {
            Windows<F> windows = shared.open(memory, capacity);
            for (int neighbour : new int[] {0, 2}) {
                for (int row = 0; row < capacity + 1; row++) {
                    long[] values = new long[columns];
                    Arrays.fill(values, row);
                    appender.append(windows.get(neighbour), values);
                }
            }
            return windows.get(1);
        };
    }

    private static InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(3);
        registry.register("ETHUSDT", 3, 4);
        registry.register("BTCUSDT", 2, 5);
        registry.register("SOLUSDT", 0, 0);
        return registry;
    }

    private static void appendCandle(Window<CandleField> window, long[] row) {
        CandleWindow candles = (CandleWindow) window;
        if (row.length == CandleLayout.OHLCV.columns()) {
            candles.append(row[0], row[1], row[2], row[3], row[4], row[5]);
        } else {
            candles.append(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9]);
        }
    }

    List<F> fields() {
        return fields;
    }

    Window<F> open(OffHeapMemory memory, int capacity) {
        return opener.open(memory, capacity);
    }

    void append(Window<F> window, long[] row) {
        appender.append(window, row);
    }

    /** What a column keeps of a value: the side of a trade is an {@code int}. */
    long kept(F field, long value) {
        return field == TradeField.SIDE ? (int) value : value;
    }

    @Override
    public String toString() {
        return name;
    }
}
