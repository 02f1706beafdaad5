package io.windrow.examples.soak.child;

import io.windrow.pools.Pooled;

/** What an order desk fills in for a signal. */
final class Ticket extends Pooled {
    int instrumentId;
    long price;
}
