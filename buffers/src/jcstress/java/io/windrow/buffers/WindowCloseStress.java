package io.windrow.buffers;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** One thread closes a window that holds row 7 while another reads it. -4 is the exception that says so. */
@Outcome(id = "7", expect = ACCEPTABLE, desc = "the reader had the bytes before the close, or still has them")
@Outcome(id = "-4", expect = ACCEPTABLE, desc = "the reader found the window closed")
@Outcome(expect = FORBIDDEN, desc = "any other value, status or exception")
public abstract class WindowCloseStress {

    private final UniformRows rows;

    WindowCloseStress(UniformRows rows) {
        this.rows = rows;
        rows.append(7);
    }

    final void close() {
        rows.close();
    }

    final void readInto(I_Result result) {
        result.r1 = rows.read(0, 0);
    }

    /** Candles. */
    @JCStressTest
    @State
    public static class Candles extends WindowCloseStress {
        /** Called by the harness. */
        public Candles() {
            super(UniformRows.candles(1));
        }

        /** The thread that closes. */
        @Actor
        public void end() {
            close();
        }

        /** The reader. */
        @Actor
        public void read(I_Result result) {
            readInto(result);
        }
    }

    /** Trades. */
    @JCStressTest
    @State
    public static class Trades extends WindowCloseStress {
        /** Called by the harness. */
        public Trades() {
            super(UniformRows.trades(1));
        }

        /** The thread that closes. */
        @Actor
        public void end() {
            close();
        }

        /** The reader. */
        @Actor
        public void read(I_Result result) {
            readInto(result);
        }
    }
}
