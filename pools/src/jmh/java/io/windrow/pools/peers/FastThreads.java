package io.windrow.pools.peers;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Benchmark threads on which Netty's recycler pools. JMH makes it by name, see {@link #EXECUTOR} and {@link #CLASS}. */
public final class FastThreads extends ThreadPoolExecutor {

    static final String EXECUTOR = "-Djmh.executor=CUSTOM";
    static final String CLASS = "-Djmh.executor.class=io.windrow.pools.peers.FastThreads";

    /** As JMH calls it. */
    public FastThreads(int threads, String prefix) {
        super(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new DefaultThreadFactory(prefix, true));
    }
}
