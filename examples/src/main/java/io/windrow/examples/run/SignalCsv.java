package io.windrow.examples.run;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.SignalSink;
import io.windrow.pools.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes signals as CSV, one in a line: {@code strategy,symbol,side,price,step_nanos,time_nanos,sequence}, with a header. What was
 * gathered is written when no signal waits, so that nothing is held back for long. Nothing is allocated for a signal. A line that cannot be
 * written is counted as lost, and the engine says so at its end.
 *
 * <p>One thread writes; the counts are for any.
 */
final class SignalCsv implements SignalSink, AutoCloseable {

    static final String HEADER = "strategy,symbol,side,price,step_nanos,time_nanos,sequence\n";

    private static final int BUFFER_BYTES = 8192;
    private static final int LONGEST_NUMBERS = 160;

    private final InstrumentRegistry instruments;
    private final OutputStream out;
    private final byte[][] symbols;
    private final StringBuilder text = new StringBuilder(LONGEST_NUMBERS);
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int used;
    private long gathered;
    private volatile long lost;
    private volatile IOException failure;

    SignalCsv(InstrumentRegistry instruments, OutputStream out) {
        this.instruments = instruments;
        this.out = out;
        symbols = new byte[instruments.size()][];
        for (int id = 0; id < symbols.length; id++) {
            symbols[id] = instruments.get(id).symbol().getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void onSignal(Signal signal) {
        try (signal) {
            Instrument instrument = instruments.get(signal.instrumentId());
            byte[] symbol = symbols[instrument.id()];
            if (used + symbol.length + LONGEST_NUMBERS > BUFFER_BYTES) {
                onIdle();
            }
            text.setLength(0);
            put(text.append(signal.strategyId()).append(','));
            System.arraycopy(symbol, 0, bytes, used, symbol.length);
            used += symbol.length;
            text.setLength(0);
            Decimals.append(text.append(',').append(signal.side().name()).append(','), signal.price(), instrument.priceDecimals());
            put(text.append(',').append(signal.stepNanos()).append(',').append(signal.candleTimeNanos()).append(',')
                .append(signal.eventSequence()).append('\n'));
            gathered++;
        }
    }

    private void put(StringBuilder ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[used++] = (byte) ascii.charAt(i);
        }
    }

    @Override
    public void onIdle() {
        if (used == 0) {
            return;
        }
        try {
            out.write(bytes, 0, used);
            out.flush();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            lost += gathered;
        }
        used = 0;
        gathered = 0;
    }

    @Override
    public void onStop() {
        onIdle();
    }

    /** Signals that could not be written. */
    long lost() {
        return lost;
    }

    /** Why the first of them could not, or null. */
    IOException failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
