package io.windrow.examples.samples.pools;

import io.windrow.pools.EmptyPolicy;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.SingleThreadPool;

/** A pool that takes its oldest object back. */
final class WhenEmpty {

    private WhenEmpty() {
    }

    static void run() {
        // docs:begin
        EmptyPolicy<Note> policy = EmptyPolicy.reclaimOldest((note, handle) -> System.out.println("taken from " + note.orderId));
        try (SingleThreadPool<Note> notes = ObjectPool.of(Note::new).name("notes").capacity(1).whenEmpty(policy).singleThread()) {
            Note first = notes.acquire();
            first.orderId = 7;
            notes.acquire().close();
            first.close();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        // docs:end
    }
}
