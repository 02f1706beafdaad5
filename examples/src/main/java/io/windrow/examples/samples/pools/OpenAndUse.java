package io.windrow.examples.samples.pools;

import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.Lease;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.SingleThreadPool;

/** Two ways to give an object back, and a pool of a class that knows nothing of pools. */
final class OpenAndUse {

    private OpenAndUse() {
    }

    static void run() {
        // docs:begin
        try (SingleThreadPool<Note> notes = ObjectPool.of(Note::new).name("notes").capacity(100).singleThread()) {
            Note note = notes.acquire();
            note.price = 6183763;
            notes.release(note);
            try (Note again = notes.acquire()) {
                System.out.println(again == note);
            }
        }
        try (ConcurrentPool<Lease<StringBuilder>> texts = Lease.of(StringBuilder::new).reset(text -> text.get().setLength(0)).concurrent();
            Lease<StringBuilder> text = texts.acquire()) {
            System.out.println(text.get().append("BTCUSDT").append('@').append(61837));
        }
        // docs:end
    }
}
