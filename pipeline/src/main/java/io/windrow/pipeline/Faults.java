package io.windrow.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import java.util.ArrayList;
import java.util.List;

/** Counts what authors' code throws and keeps the first few, described. Written by consumer threads, read by any. */
final class Faults implements ExceptionHandler<MarketEvent> {

    static final int KEPT = 16;

    private final Life life;
    private final OnFault policy;
    private final List<Fault> first = new ArrayList<>(KEPT);
    private long count;

    Faults(Life life, OnFault policy) {
        this.life = life;
        this.policy = policy;
    }

    OnFault policy() {
        return policy;
    }

    /** The event is described only where the description is kept: a fault in each of a million events must not fill the heap. */
    synchronized void add(String where, MarketEvent event, StrategyStage stage, Throwable thrown) {
        if (count++ < KEPT) {
            first.add(new Fault(where, event == null ? "" : describe(event, stage), thrown));
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

    private static String describe(MarketEvent event, StrategyStage stage) {
        String symbol = event.hasInstrument() && stage != null
            ? " " + stage.instruments().get(event.instrumentId()).symbol() + "," : "";
        return event.typeName() + symbol + " time " + event.timeNanos();
    }

    @Override
    public void handleEventException(Throwable fault, long sequence, MarketEvent event) {
        add("handler", event, null, fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        add("handler in onStart", null, null, fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        add("handler in onShutdown", null, null, fault);
    }
}
