package io.windrow.pipeline;

import com.lmax.disruptor.ExceptionHandler;

/** Counts what handlers throw and keeps the first. Written by consumer threads, read by any. */
final class Faults implements ExceptionHandler<MarketEvent> {

    private long count;
    private Throwable first;

    synchronized void add(Throwable fault) {
        if (count++ == 0) {
            first = fault;
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized Throwable first() {
        return first;
    }

    @Override
    public void handleEventException(Throwable fault, long sequence, MarketEvent event) {
        add(fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        add(fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        add(fault);
    }
}
