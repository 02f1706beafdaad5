package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.AfterClose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Opens windows of every kind in every place, closes them in every way, lets the collector run and calls every method of each. */
final class UseAfterCloseMain {

    private static final Set<String> CONSTANTS =
        Set.of("close", "isClosed", "instrument", "capacity", "memoryBytes", "spec", "timeframe", "index");
    private static final CandleSpec MINUTES = CandleSpec.of(Timeframe.minutes(1)).capacity(50);
    private static final CandleSpec[] SPECS = {MINUTES, MINUTES.layout(CandleLayout.FULL)};

    private final InstrumentRegistry instruments = new InstrumentRegistry(3);
    private final List<Opened> opened = new ArrayList<>();
    private int calls;

    private UseAfterCloseMain() {
        for (int id = 0; id < 3; id++) {
            instruments.register("S" + id, 2, 5);
        }
    }

    /** Windows, and what was opened to have them. */
    private record Opened(AutoCloseable owner, Window<?>... windows) {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("direct=" + Object.class.getModule().isExported("jdk.internal.misc", MemoryBlock.class.getModule()));
        UseAfterCloseMain main = new UseAfterCloseMain();
        main.closeEach("window", (memory, one) -> List.of(one.windows));
        main.closeEach("owner", (memory, one) -> List.of(one.owner));
        main.closeEach("memory", (memory, one) -> List.of(memory));
        System.out.println("calls=" + main.calls);
    }

    private void closeEach(String what, BiFunction<OffHeapMemory, Opened, List<AutoCloseable>> toClose) throws Exception {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(8 << 20)) {
            openAll(memory);
            for (Opened one : opened) {
                for (AutoCloseable closing : toClose.apply(memory, one)) {
                    closing.close();
                }
            }
            for (int round = 0; round < 3; round++) {
                System.gc();
                overwriteFreedMemory();
                opened.forEach(this::callAll);
            }
            opened.clear();
        }
        System.out.println("closed by " + what);
    }

    private void openAll(OffHeapMemory memory) {
        for (CandleSpec spec : SPECS) {
            CandleWindow alone = CandleWindow.open(memory, instruments.get(0), spec);
            WindowGroup<CandleWindow> group = WindowGroup.ofCandles(memory, instruments, spec, 0, 1);
            WindowCache<CandleWindow> cache = WindowCache.ofCandles(memory, instruments, spec, 2);
            add(alone, alone);
            add(group, group.get(0), group.get(2));
            add(cache, cache.get(0), cache.get(1));
            add(cache, cache.get(2));
            openBuilder(memory, spec);
        }
        TradeWindow trades = TradeWindow.open(memory, instruments.get(0), 50);
        WindowGroup<TradeWindow> tradeGroup = WindowGroup.ofTrades(memory, instruments, 50);
        WindowCache<TradeWindow> tradeCache = WindowCache.ofTrades(memory, instruments, 50, 2);
        QuoteWindow quotes = QuoteWindow.open(memory, instruments.get(0), 50);
        WindowGroup<QuoteWindow> quoteGroup = WindowGroup.ofQuotes(memory, instruments, 50);
        WindowCache<QuoteWindow> quoteCache = WindowCache.ofQuotes(memory, instruments, 50, 2);
        add(trades, trades);
        add(tradeGroup, tradeGroup.get(1));
        add(tradeCache, tradeCache.get(1));
        add(quotes, quotes);
        add(quoteGroup, quoteGroup.get(1));
        add(quoteCache, quoteCache.get(1));
    }

    /** With rows in every window, as a window without any refuses an index before it looks. */
    private void add(AutoCloseable owner, Window<?>... windows) {
        for (Window<?> window : windows) {
            for (int row = 0; row < 60; row++) {
                append(window, row);
            }
        }
        opened.add(new Opened(owner, windows));
    }

    private static void append(Window<?> window, int row) {
        if (window instanceof TradeWindow trades) {
            trades.append(row, 1, 2, 3, 1);
        } else if (window instanceof QuoteWindow quotes) {
            quotes.append(row, 1, 2, 3, 4);
        } else if (window.columns() == CandleLayout.FULL.columns()) {
            ((CandleWindow) window).append(row, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        } else {
            ((CandleWindow) window).append(row, 1, 2, 3, 4, 5);
        }
    }

    private void openBuilder(OffHeapMemory memory, CandleSpec spec) {
        CandleSpec coarse = CandleSpec.of(Timeframe.hours(1)).layout(spec.layout()).capacity(50);
        CandlePolicy policy = CandlePolicy.merge(60_000_000_000L).withoutDuplicates(64);
        CandleBuilder builder = CandleBuilder.open(memory, instruments.get(1), policy, window -> { }, spec, coarse);
        for (long minute = 0; minute < 200; minute++) {
            builder.onTrade(minute * 60_000_000_000L, 5, 5, minute, 1);
        }
        opened.add(new Opened(builder, builder.window(0), builder.window(1)));
    }

    private static void overwriteFreedMemory() {
        try (OffHeapMemory other = OffHeapMemory.withBudget(64 << 20)) {
            for (int i = 0; i < 200; i++) {
                MemoryBlock block = other.allocate("other", 10_000);
                for (int at = 0; at < 10_000 / 8; at++) {
                    block.putLongAt(at, 0x5a5a_5a5a_5a5a_5a5aL);
                }
            }
        }
    }

    private void callAll(Opened one) {
        for (Window<?> window : one.windows) {
            try {
                calls += AfterClose.assertEveryMethodThrows(window, CONSTANTS, arguments(window));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Map<Class<?>, Object> arguments(Window<?> window) {
        WindowField field = window instanceof CandleWindow ? CandleField.CLOSE
            : window instanceof TradeWindow ? TradeField.PRICE : QuoteField.BID;
        Map<Class<?>, Object> arguments = new HashMap<>();
        arguments.put(WindowField.class, field);
        arguments.put(CandleField.class, CandleField.CLOSE);
        arguments.put(RangeSnapshot.class, new RangeSnapshot<>(1, List.of(field)));
        arguments.put(CandleSnapshot.class, new CandleSnapshot());
        arguments.put(TradeSnapshot.class, new TradeSnapshot());
        arguments.put(QuoteSnapshot.class, new QuoteSnapshot());
        arguments.put(long[].class, new long[1]);
        arguments.put(double[].class, new double[1]);
        return arguments;
    }
}
