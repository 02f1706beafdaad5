package io.windrow.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import io.windrow.buffers.InstrumentRegistry;
import java.util.ArrayList;
import java.util.List;

/** Counts what authors' code throws and keeps the first few, described. Written by consumer threads, read by any. */
final class Faults implements ExceptionHandler<MarketEvent> {

    static final int KEPT = 16;

    private final Life life;
    private final OnFault policy;
    private final InstrumentRegistry instruments;
    private final List<Fault> first = new ArrayList<>(KEPT);
    private long count;

    Faults(Life life, OnFault policy, InstrumentRegistry instruments) {
        this.life = life;
        this.policy = policy;
        this.instruments = instruments;
    }

    OnFault policy() {
        return policy;
    }

    /** The event is described only where the description is kept: a fault in each of a million events must not fill the heap. */
    synchronized void add(String where, MarketEvent event, Throwable thrown) {
        if (count++ < KEPT) {
            first.add(new Fault(where, event == null ? "" : describe(event), thrown));
        }
        if (policy == OnFault.STOP_PIPELINE) {
            life.fail(thrown);
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<Fault> first() {
        return List.copyOf(first);
    }

    private String describe(MarketEvent event) {
        String symbol = event.hasInstrument() ? " " + instruments.get(event.instrumentId()).symbol() : "";
        return event.typeName() + symbol + ", time " + event.timeNanos();
    }

    /** Whose it was, for people; anonymous classes have no simple name. */
    static String name(Object author) {
        String simple = author.getClass().getSimpleName();
        String full = author.getClass().getName();
        return simple.isEmpty() ? full.substring(full.lastIndexOf('.') + 1) : simple;
    }

    // Disruptor's own way to tell, where nothing of ours is in between.

    @Override
    public void handleEventException(Throwable fault, long sequence, MarketEvent event) {
        add("handler", event, fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        add("handler in onStart", null, fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        add("handler in onShutdown", null, fault);
    }
}
