package io.windrow.examples.soak.child;

import io.windrow.pipeline.SignalSink;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.Signal;

/** Fills in a pooled ticket for each signal and hands the signal on to a file. */
final class OrderDesk implements SignalSink {

    private final ConcurrentPool<Ticket> tickets;
    private final SignalSink next;

    OrderDesk(ConcurrentPool<Ticket> tickets, SignalSink next) {
        this.tickets = tickets;
        this.next = next;
    }

    @Override
    public void onSignal(Signal signal) {
        try (Ticket ticket = tickets.acquire()) {
            ticket.instrumentId = signal.instrumentId();
            ticket.price = signal.price();
        }
        next.onSignal(signal);
    }

    @Override
    public void onIdle() {
        next.onIdle();
    }

    @Override
    public void onStop() {
        next.onStop();
    }
}
