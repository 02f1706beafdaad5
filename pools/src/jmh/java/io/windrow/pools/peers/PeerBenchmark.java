package io.windrow.pools.peers;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A pool, opened before the run and verified after it. The last thing done to it is misuse, and the log says how it takes that. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public abstract class PeerBenchmark {

    Peer<Content> peer;

    abstract Peer<? extends Content> peer();

    @Setup
    @SuppressWarnings("unchecked")
    public void open() {
        // An item goes back to the peer it came from and nowhere else.
        peer = (Peer<Content>) peer();
    }

    @TearDown
    public void verify() {
        peer.unbind();
        bringBack();
        peer.verify();
        System.out.println("# released twice: " + Misuse.releasedTwice(peer));
        peer.close();
    }

    /** Releases what is still out when the run stops. */
    void bringBack() {
    }
}
