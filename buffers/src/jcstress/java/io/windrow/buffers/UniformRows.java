package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * A window whose rows hold one number in every column, so that a mix of two rows shows. Each read answers what it got as a number:
 * the row's, or one of the codes below.
 */
abstract class UniformRows {

    static final int EVICTED = -1;
    static final int NOT_YET = -2;
    static final int MIXED = -3;
    static final int CLOSED = -4;

    private static final OffHeapMemory MEMORY = OffHeapMemory.withBudget(1L << 40);
    private static final Instrument INSTRUMENT = new Instrument(0, "STRESS", 0, 0);

    private final long[] copied;
    private final int columns;
    private final Window<?> window;

    private UniformRows(Window<?> window, long[] copied, int columns) {
        this.columns = columns;
        this.window = window;
        this.copied = copied;
    }

    static UniformRows candles(int capacity) {
        CandleWindow candles = CandleWindow.open(MEMORY, INSTRUMENT, CandleSpec.of(Timeframe.seconds(1)).capacity(capacity));
        CandleSnapshot snapshot = new CandleSnapshot();
        return new UniformRows(candles, snapshot.values, CandleLayout.OHLCV.columns()) {
            @Override
            void append(long number) {
                candles.append(number, number, number, number, number, number);
            }

            @Override
            ReadStatus copy(long sequence) {
                return candles.read(sequence, snapshot);
            }
        };
    }

    static UniformRows trades(int capacity) {
        TradeWindow trades = TradeWindow.open(MEMORY, INSTRUMENT, capacity);
        TradeSnapshot snapshot = new TradeSnapshot();
        return new UniformRows(trades, snapshot.values, TradeLayout.COLUMNS) {
            @Override
            void append(long number) {
                trades.append(number, number, number, number, (int) number);
            }

            @Override
            ReadStatus copy(long sequence) {
                return trades.read(sequence, snapshot);
            }
        };
    }

    abstract void append(long number);

    abstract ReadStatus copy(long sequence);

    final long newestSequence() {
        return window.newestSequence();
    }

    final void close() {
        window.close();
    }

    /** The number of the row less {@code base}, or a code. */
    final int read(long sequence, long base) {
        ReadStatus status;
        try {
            status = copy(sequence);
        } catch (IllegalStateException e) {
            return CLOSED;
        }
        if (status != ReadStatus.OK) {
            return status == ReadStatus.EVICTED ? EVICTED : NOT_YET;
        }
        for (int column = 0; column < columns; column++) {
            if (copied[column] != copied[0]) {
                return MIXED;
            }
        }
        return (int) (copied[0] - base);
    }
}
