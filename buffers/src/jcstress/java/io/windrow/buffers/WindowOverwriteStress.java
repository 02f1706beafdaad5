package io.windrow.buffers;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The writer goes once around a full window and one row further while a reader asks for the oldest row (0), then for the row that
 * replaces it (1). -1 is evicted, -2 not yet written, -3 a mix of two rows.
 */
@Outcome(id = "0, -2", expect = ACCEPTABLE, desc = "both reads before the writer completed row 1")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the writer completed row 1 between the reads")
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "the writer came around to row 1 again between the reads")
@Outcome(id = "-1, -2", expect = ACCEPTABLE, desc = "the writer had begun row 1 by the first read, and not completed it by the second")
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the writer had begun row 1 by the first read, and completed it by the second")
@Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "the writer had begun row 1 by the first read, and its successor by the second")
@Outcome(expect = FORBIDDEN, desc = "a mix of two rows, another row than the one asked for, or a wrong answer")
public abstract class WindowOverwriteStress {

    private final ReusedRows windows;
    private final UniformRows rows;
    private final int capacity;
    private final long oldest;

    WindowOverwriteStress(ReusedRows windows) {
        this.windows = windows;
        rows = windows.take();
        capacity = windows.capacity();
        oldest = rows.newestSequence() - capacity + 1;
    }

    final void writeAround() {
        for (int row = 0; row <= capacity; row++) {
            rows.append(oldest + capacity + row);
        }
    }

    final void readInto(II_Result result) {
        result.r1 = rows.read(oldest, oldest);
        int second = rows.read(oldest + capacity, oldest + capacity);
        // A wrong row is told as it is, far from the codes.
        result.r2 = second == 0 ? 1 : second > 0 ? second + 100 : second;
    }

    final void release() {
        windows.giveBack(rows);
    }

    /** One candle. */
    @JCStressTest
    @State
    public static class OneCandle extends WindowOverwriteStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.candles(1), 1);

        /** Called by the harness. */
        public OneCandle() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            writeAround();
        }

        /** The reader. */
        @Actor
        public void read(II_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }

    /** Two candles. */
    @JCStressTest
    @State
    public static class TwoCandles extends WindowOverwriteStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.candles(2), 2);

        /** Called by the harness. */
        public TwoCandles() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            writeAround();
        }

        /** The reader. */
        @Actor
        public void read(II_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }

    /** One trade. */
    @JCStressTest
    @State
    public static class OneTrade extends WindowOverwriteStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.trades(1), 1);

        /** Called by the harness. */
        public OneTrade() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            writeAround();
        }

        /** The reader. */
        @Actor
        public void read(II_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }

    /** Two trades. */
    @JCStressTest
    @State
    public static class TwoTrades extends WindowOverwriteStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.trades(2), 2);

        /** Called by the harness. */
        public TwoTrades() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            writeAround();
        }

        /** The reader. */
        @Actor
        public void read(II_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }
}
