package io.windrow.examples.samples.pools;

import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.ObjectPool;

/** A second release, and a release by a former owner. */
final class MisuseCaught {

    private MisuseCaught() {
    }

    static void run() {
        // docs:begin
        try (ConcurrentPool<Note> notes = ObjectPool.of(Note::new).name("notes").capacity(1).concurrent()) {
            Note mine = notes.acquire();
            long handle = mine.handle();
            mine.close();
            attempt(mine::close);                       // twice
            Note theirs = notes.acquire();
            System.out.println(theirs == mine);
            attempt(() -> notes.release(handle));       // late: a handle names one acquisition
            theirs.close();
        }
        try (ConcurrentPool<Note> notes = ObjectPool.of(Note::new).name("notes").capacity(1).checked(true).concurrent()) {
            Note mine = notes.acquire();
            mine.close();
            Note theirs = notes.acquire();
            System.out.println(theirs == mine);
            attempt(mine::close);                       // late: found without a handle
            theirs.close();
        }
        // docs:end
    }

    private static void attempt(Runnable misuse) {
        try {
            misuse.run();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
