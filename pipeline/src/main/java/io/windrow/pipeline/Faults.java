package io.windrow.pipeline;

import com.lmax.disruptor.ExceptionHandler;

/** Counts what handlers throw and keeps the first. Written by consumer threads, read by any. */
final class Faults implements ExceptionHandler<MarketEvent> {

    private long count;
    private long firstSequence;
    private Throwable first;

    synchronized void add(long sequence, Throwable fault) {
        if (count++ == 0) {
            first = fault;
            firstSequence = sequence;
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized Throwable first() {
        return first;
    }

    synchronized long firstSequence() {
        return firstSequence;
    }

    @Override
    public void handleEventException(Throwable fault, long sequence, MarketEvent event) {
        add(sequence, fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        add(-1, fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        add(-1, fault);
    }
}
