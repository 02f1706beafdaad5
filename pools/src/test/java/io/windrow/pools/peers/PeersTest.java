package io.windrow.pools.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pools that are compared do what is said of them. Agrona's queues are left to the benchmarks, which open the package they need. */
class PeersTest {

    @ParameterizedTest
    @ValueSource(strings = {"single", "lane", "concurrent", "singleMessages", "laneMessages", "concurrentMessages", "stack", "commons",
        "vibur"})
    void shouldHandOutEachObjectOnceAndGetAllBack(String name) {
        on(name, peer -> {
            peer.verify();
            peer.verify();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        single         | refused, IllegalStateException: object is released already: pool=objects, slot=0
        lane           | refused, IllegalStateException: object is released already: pool=objects, slot=0
        concurrent     | refused, IllegalStateException: object is released already: pool=objects, slot=0
        checked        | refused, IllegalStateException: object is released already: pool=objects, slot=0
        stack          | accepted, two owners of one object
        commons        | refused, IllegalStateException: Object has already been returned to this pool or is invalid
        vibur          | accepted, two owners of one object
        nettyGuarded   | refused, IllegalStateException: Object has been recycled already.
        nettyUnguarded | accepted, two owners of one object
        """)
    void shouldTakeASecondReleaseAsItIsSaid(String name, String outcome) {
        on(name, peer -> assertThat(Misuse.releasedTwice(peer)).isEqualTo(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        single         | accepted, two owners of one object
        lane           | accepted, two owners of one object
        concurrent     | accepted, two owners of one object
        checked        | refused, IllegalStateException: object is released already: pool=objects, slot=0
        stack          | accepted, two owners of one object
        commons        | accepted, two owners of one object
        vibur          | accepted, two owners of one object
        nettyGuarded   | accepted, two owners of one object
        nettyUnguarded | accepted, two owners of one object
        """)
    void shouldTakeALateReleaseAsItIsSaid(String name, String outcome) {
        on(name, peer -> assertThat(Misuse.releasedLate(peer)).isEqualTo(outcome));
    }

    @Test
    void shouldFindThatAnObjectDidNotComeBack() {
        on("stack", peer -> {
            peer.acquire();
            assertThatThrownBy(peer::verify).hasMessage("all must have come back once: acquired=255, then=null");
        });
        on("concurrent", peer -> {
            peer.acquire();
            assertThatThrownBy(peer::verify)
                .hasMessage("all must have come back: ConcurrentPool{name=objects, capacity=256, inUse=1}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nettyGuarded", "nettyUnguarded"})
    void shouldSeeThatTheRecyclerPoolsOnItsOwnThreadsOnly(String name) {
        on(name, peer -> {
            roundTrips(peer);
            peer.verify();
            assertThat(peer.made()).isEqualTo(1);
        });
        Peer<? extends Content> elsewhere = Peer.of(name);
        roundTrips(elsewhere);
        elsewhere.verify();
        assertThat(elsewhere.made()).isEqualTo(1_000);
    }

    private static <T extends Content> void roundTrips(Peer<T> peer) {
        for (int i = 0; i < 1_000; i++) {
            peer.release(peer.acquire());
        }
    }

    /** Uses a pool on a thread of Netty's, as its recycler pools on no other. */
    private static void on(String name, Consumer<Peer<? extends Content>> use) {
        Peer<? extends Content> peer = Peer.of(name);
        CompletableFuture<Void> done = new CompletableFuture<>();
        new FastThreadLocalThread(() -> {
            try {
                use.accept(peer);
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }).start();
        done.join();
        peer.close();
    }
}
