/**
 * Work that a trading thread should not do itself, or not piece by piece: collected into batches, or handed to other threads. Both
 * are bounded, say what happens when they are full, and count.
 *
 * <p>{@link io.windrow.pools.work.BatchProcessor} collects items and gives them to a handler many at a time:
 *
 * <pre>{@code
 * BatchHandler<Order> store = batch -> {
 *     for (int i = 0; i < batch.size(); i++) {
 *         journal.write(batch.get(i));
 *     }
 *     journal.force();
 *     for (int i = 0; i < batch.size(); i++) {
 *         batch.get(i).close();
 *     }
 * };
 * try (BatchProcessor<Order> orders = BatchProcessor.of(store).name("orders").batchSize(100).build().start()) {
 *     orders.add(order);
 * }
 * }</pre>
 *
 * <p>The order is a pooled message: it belongs to the processor once it is added, and the handler releases it when nothing can fail
 * any more. Closing, here by the end of the block, hands the last batch over.
 *
 * <p>{@link io.windrow.pools.work.BoundedWorkers} are a few threads for what blocks:
 *
 * <pre>{@code
 * try (BoundedWorkers workers = BoundedWorkers.builder().name("database").whenFull(WhenFull.REFUSE).build()) {
 *     workers.execute(saveThePosition);
 *     Future<Position> position = workers.submit(() -> positions.load(account));
 * }
 * }</pre>
 *
 * <p>Both are {@link io.windrow.pools.PoolCounters}, so that they are watched as pools are: what is in use, what waited, what was
 * refused.
 */
package io.windrow.pools.work;
