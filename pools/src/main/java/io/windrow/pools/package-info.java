/**
 * Objects that are reused: messages that live in off-heap slots and are handed out by bounded, preallocated pools.
 *
 * <p>A message is a flyweight: an object made once that reads and writes its slot. It is acquired, filled, handed on, and
 * released by whoever holds it last; {@code try (signal) { … }} does that. Acquiring and releasing allocate nothing.
 *
 * <p>Misuse is an exception where it happens: a message released twice, a message of another pool, a value read after
 * release. A {@linkplain io.windrow.pools.Message#handle() handle} names one acquisition for ever; releasing by handle also
 * finds the holder that comes back after its message went to somebody else.
 *
 * <p>Prices and quantities are mantissas at the instrument's scales, times nanoseconds since the epoch.
 */
package io.windrow.pools;
