package io.windrow.buffers;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The writer sets a plain field, then appends a row (1) to a window whose newest row is 0. A reader asks which row is the newest,
 * reads it, then reads the field.
 */
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "the reader came before the writer")
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "the writer set the field after the reader had asked for the newest row")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "the row was the newest: it is whole, and what came before it is visible")
@Outcome(expect = FORBIDDEN, desc = "the newest row is not readable, not whole, or seen before what the writer did first")
public abstract class WindowPublicationStress {

    private final ReusedRows windows;
    private final UniformRows rows;
    private final long newest;
    private int before;

    WindowPublicationStress(ReusedRows windows) {
        this.windows = windows;
        rows = windows.take();
        newest = rows.newestSequence();
    }

    final void publish() {
        before = 1;
        rows.append(newest + 1);
    }

    final void readInto(III_Result result) {
        long sequence = rows.newestSequence();
        result.r1 = (int) (sequence - newest);
        result.r2 = rows.read(sequence, newest);
        result.r3 = before;
    }

    final void release() {
        windows.giveBack(rows);
    }

    /** Candles. */
    @JCStressTest
    @State
    public static class Candles extends WindowPublicationStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.candles(2), 2);

        /** Called by the harness. */
        public Candles() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            publish();
        }

        /** The reader. */
        @Actor
        public void read(III_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }

    /** Trades. */
    @JCStressTest
    @State
    public static class Trades extends WindowPublicationStress {
        private static final ReusedRows WINDOWS = new ReusedRows(() -> UniformRows.trades(2), 2);

        /** Called by the harness. */
        public Trades() {
            super(WINDOWS);
        }

        /** The writer. */
        @Actor
        public void write() {
            publish();
        }

        /** The reader. */
        @Actor
        public void read(III_Result result) {
            readInto(result);
        }

        /** The window serves another state. */
        @Arbiter
        public void giveBack() {
            release();
        }
    }
}
