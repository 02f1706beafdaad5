package io.windrow.pools.peers;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a pool does when it is used wrongly. It must not be used afterwards. */
final class Misuse {

    private Misuse() {
    }

    /** Releases one object twice while another is out, then looks whether somebody gets it who should not. */
    static <T extends Content> String releasedTwice(Peer<T> peer) {
        T twice = peer.acquire();
        T out = peer.acquire();
        peer.release(twice);
        try {
            peer.release(twice);
        } catch (RuntimeException e) {
            return "refused, " + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return handedOutTwice(peer, out) ? "accepted, two owners of one object" : "accepted, no effect";
    }

    /** The first owner releases once more what belongs to the second by then, and a third acquires. */
    static <T extends Content> String releasedLate(Peer<T> peer) {
        T late = peer.acquire();
        peer.release(late);
        T second = peer.acquire();
        for (int i = 0; i < Peer.CAPACITY && second != late; i++) {
            peer.release(second);
            second = peer.acquire();
        }
        try {
            peer.release(late);
        } catch (RuntimeException e) {
            return "refused, " + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return handedOutTwice(peer, second) ? "accepted, two owners of one object" : "accepted, no effect";
    }

    private static <T extends Content> boolean handedOutTwice(Peer<T> peer, T out) {
        Set<T> owned = Collections.newSetFromMap(new IdentityHashMap<>());
        owned.add(out);
        for (int i = 0; i < Peer.CAPACITY; i++) {
            T object = peer.acquire();
            if (object != null && !owned.add(object)) {
                return true;
            }
        }
        return false;
    }
}
