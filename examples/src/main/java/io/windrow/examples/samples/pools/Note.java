package io.windrow.examples.samples.pools;

import io.windrow.pools.Pooled;

/** An object of the user's own that is pooled. */
final class Note extends Pooled {
    long orderId;
    long price;
}
