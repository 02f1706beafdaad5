/**
 * Objects that are reused: bounded pools of any class, and messages over off-heap slots.
 *
 * <p><b>Pools.</b> {@link io.windrow.pools.ObjectPool} makes its objects before they are needed and hands them out again and again:
 * acquired, used, handed on, and released by whoever holds them last; {@code try (order) { … }} does that. Acquiring and releasing
 * allocate nothing. The variant is chosen by the threads: {@link io.windrow.pools.SingleThreadPool},
 * {@link io.windrow.pools.LanePool} (one thread acquires, another releases), {@link io.windrow.pools.ConcurrentPool}. What happens when
 * none is free is an {@link io.windrow.pools.EmptyPolicy}. A class that can extend {@link io.windrow.pools.Pooled} is pooled by itself,
 * any other in a {@link io.windrow.pools.Lease}.
 * <pre>{@code
 * ConcurrentPool<Order> orders = Message.pool(memory, Order::new).capacity(1024).concurrent();
 * try (Order order = orders.acquire()) {
 *     order.set(17, instrument.id(), Side.BUY, price, quantity, timeNanos);
 *     gateway.send(order);
 * }
 * }</pre>
 *
 * <p><b>Misuse</b> is an exception where it happens: an object released twice, of another pool, used after its release, released by the
 * wrong thread. A {@linkplain io.windrow.pools.Pooled#handle() handle} names one acquisition for ever; with it, or in the
 * {@linkplain io.windrow.pools.ObjectPool#CHECKED_PROPERTY checked mode}, also the holder is found that comes back after its object went
 * to somebody else. What does not come back is {@linkplain io.windrow.pools.LeakReport reported}.
 *
 * <p><b>Messages.</b> A {@link io.windrow.pools.Message} is a flyweight: an object made once that reads and writes its slot of the
 * pool's slab. {@link io.windrow.pools.Trade}, {@link io.windrow.pools.Quote}, {@link io.windrow.pools.Candle},
 * {@link io.windrow.pools.Order} and {@link io.windrow.pools.Signal} have 48 to 64 bytes, so that each fits a 64-byte slot of a ring, to
 * and from which it is {@linkplain io.windrow.pools.Message#copyTo copied} as one run. A message of one's own is a few lines of fields;
 * the {@linkplain io.windrow.pools.MessageLayout layout} finds the offsets:
 * <pre>{@code
 * public final class Fill extends Message {
 *     private static final MessageLayout.Builder FIELDS = MessageLayout.named("fill");
 *     private static final TextField CLIENT_ID = FIELDS.textField("clientId", 20);
 *     private static final SideField SIDE = FIELDS.sideField("side");
 *     private static final LongField PRICE = FIELDS.longField("price");
 *     public static final MessageLayout LAYOUT = FIELDS.build();
 *
 *     public Fill() {
 *         super(LAYOUT);
 *     }
 *
 *     public long price() {
 *         return get(PRICE);
 *     }
 *
 *     public void set(CharSequence clientId, Side side, long price) {
 *         put(CLIENT_ID, clientId);
 *         put(SIDE, side);
 *         put(PRICE, price);
 *     }
 * }
 * }</pre>
 * A message of n bytes costs n off the heap and, with its share of the pool's tables, about 56 on it; 16 more once a search for leaks
 * has found something out.
 *
 * <p><b>Rows.</b> A {@link io.windrow.pools.SlotTable} keeps messages by {@code long} keys, such as orders that are open or a
 * {@link io.windrow.pools.Position} of each instrument. A message made by {@link io.windrow.pools.SlotTable#newRow()} is moved from row to
 * row; rows that are empty or expired are swept out. The table is one block, which can be copied and picked up again.
 *
 * <p>Prices and quantities are mantissas at the instrument's scales, times nanoseconds since the epoch.
 */
package io.windrow.pools;
