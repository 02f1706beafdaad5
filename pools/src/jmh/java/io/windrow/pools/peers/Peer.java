package io.windrow.pools.peers;

import io.windrow.pools.PoolBuilder;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/** One way to come by an object and to give it back. */
abstract class Peer<T extends Content> {

    static final int CAPACITY = 256;

    /** Returns null where none is free. */
    abstract T acquire();

    abstract void release(T object);

    /** How many objects were made so far; of those that are not counted, 0. */
    abstract long made();

    /** How many may be made. */
    long most() {
        return CAPACITY;
    }

    /** Called when other threads than those of the run verify. */
    void unbind() {
    }

    void close() {
    }

    /** Fails unless all objects came back, each once, and no more were made than there may be. */
    void verify() {
        Set<T> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < CAPACITY; i++) {
            T object = acquire();
            if (object == null || !distinct.add(object)) {
                throw new IllegalStateException("all must have come back once: acquired=" + i + ", then=" + object);
            }
        }
        T further = acquire();
        if (further != null || made() > most()) {
            throw new IllegalStateException("no more may be made: further=" + further + ", made=" + made() + ", most=" + most());
        }
        distinct.forEach(this::release);
    }

    static Peer<? extends Content> of(String name) {
        return switch (name) {
            case "single" -> new OwnPool.Objects(OwnPool.objects(), PoolBuilder::singleThread);
            case "lane" -> new OwnPool.Objects(OwnPool.objects(), PoolBuilder::lane);
            case "concurrent" -> new OwnPool.Objects(OwnPool.objects(), PoolBuilder::concurrent);
            case "singleMessages" -> new OwnPool.Messages(OwnPool.messages(), PoolBuilder::singleThread);
            case "laneMessages" -> new OwnPool.Messages(OwnPool.messages(), PoolBuilder::lane);
            case "concurrentMessages" -> new OwnPool.Messages(OwnPool.messages(), PoolBuilder::concurrent);
            case "checked" -> new OwnPool.Objects(OwnPool.objects().checked(true), PoolBuilder::concurrent);
            case "stack" -> new ArrayStack();
            case "oneToOne" -> new QueueAsPool(new OneToOneConcurrentArrayQueue<>(CAPACITY));
            case "manyToMany" -> new QueueAsPool(new ManyToManyConcurrentArrayQueue<>(CAPACITY));
            case "commons" -> new CommonsPool();
            case "vibur" -> new ViburPool();
            case "nettyGuarded" -> new NettyRecycler(false);
            case "nettyUnguarded" -> new NettyRecycler(true);
            case "new" -> new NewObjects();
            default -> throw new IllegalArgumentException("unknown pool: name=" + name);
        };
    }
}
