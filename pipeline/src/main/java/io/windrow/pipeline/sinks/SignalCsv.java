package io.windrow.pipeline.sinks;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.pools.Signal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Signals as lines of CSV, as {@link FileSink} describes them; for sinks that write them elsewhere. One thread. Allocates where a time
 * frame is met for the first time.
 */
public final class SignalCsv {

    /** The names of the columns, with the line's end. */
    public static final String HEADER = "event,time_nanos,symbol,side,price,frame,strategy\n";

    /** All of a line but its symbol: two numbers of 20 digits, one of 11, a price of 21, a side, a frame, commas. */
    private static final int MOST_WITHOUT_SYMBOL = 128;

    private final InstrumentRegistry registry;
    private final StringBuilder text = new StringBuilder(MOST_WITHOUT_SYMBOL);
    private final byte[][] symbols;
    private long[] steps = new long[0];
    private String[] frames = new String[0];
    private int mostSymbolBytes;

    /**
     * Prepares the instruments' symbols.
     *
     * @param registry the instruments, all registered.
     */
    public SignalCsv(InstrumentRegistry registry) {
        this.registry = registry;
        symbols = new byte[registry.size()][];
        for (int id = 0; id < symbols.length; id++) {
            symbols[id] = quoted(registry.get(id).symbol()).getBytes(StandardCharsets.UTF_8);
            mostSymbolBytes = Math.max(mostSymbolBytes, symbols[id].length);
        }
    }

    /**
     * The room a line may take.
     *
     * @return bytes; no line is longer.
     */
    public int mostBytes() {
        return MOST_WITHOUT_SYMBOL + mostSymbolBytes;
    }

    /**
     * Puts a signal's line, in UTF-8 and with its end.
     *
     * @param signal of an instrument that was registered at the beginning; stays the caller's.
     * @param to     with room for {@link #mostBytes} bytes.
     * @throws java.nio.BufferOverflowException if it has too little room; a part of the line may be in it.
     * @throws IndexOutOfBoundsException        if the instrument was registered later or not at all.
     */
    public void append(Signal signal, ByteBuffer to) {
        Instrument instrument = registry.get(signal.instrumentId());
        text.setLength(0);
        text.append(signal.eventSequence()).append(',').append(signal.candleTimeNanos()).append(',');
        String frame = frameName(signal.stepNanos());
        put(to);
        to.put(symbols[instrument.id()]);
        text.append(',').append(signal.side().name()).append(',');
        Decimals.append(text, signal.price(), instrument.priceDecimals()).append(',').append(frame).append(',')
            .append(signal.strategyId()).append('\n');
        put(to);
    }

    private void put(ByteBuffer to) {
        for (int i = 0; i < text.length(); i++) {
            to.put((byte) text.charAt(i));
        }
        text.setLength(0);
    }

    private String frameName(long stepNanos) {
        if (stepNanos == 0) {
            return "";
        }
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == stepNanos) {
                return frames[i];
            }
        }
        int count = steps.length;
        steps = Arrays.copyOf(steps, count + 1);
        frames = Arrays.copyOf(frames, count + 1);
        steps[count] = stepNanos;
        frames[count] = new Timeframe(stepNanos).toString();
        return frames[count];
    }

    /** As RFC 4180 has it. */
    private static String quoted(String symbol) {
        boolean plain = symbol.indexOf(',') < 0 && symbol.indexOf('"') < 0 && symbol.indexOf('\n') < 0 && symbol.indexOf('\r') < 0;
        return plain ? symbol : '"' + symbol.replace("\"", "\"\"") + '"';
    }
}
