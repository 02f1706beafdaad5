package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Where a user's own Disruptor handlers stand: before, beside or after the stages of a {@link TradingPipeline}. What they throw is counted,
 * and {@link OnFault} decides what follows. Not thread-safe.
 *
 * @param <B> the builder itself.
 */
public abstract class HandlerBuilder<B extends HandlerBuilder<B>> extends SizeBuilder<B> {

    /** What was given as one object, which can serve one shard only. */
    String single;
    private final Handlers before = new Handlers();
    private final Handlers beside = new Handlers();
    private final Handlers after = new Handlers();

    HandlerBuilder() {
    }

    /**
     * Adds Disruptor handlers, each on a thread of its own, that see each event before the strategies do. Handlers of one call run beside
     * each other, those of the next call after them.
     *
     * @param handlers the handlers.
     * @return this.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final B before(EventHandler<MarketEvent>... handlers) {
        single = "handler";
        before.add(handlers);
        return self();
    }

    /**
     * Adds a Disruptor handler as {@link #before} does, made for each shard.
     *
     * @param factory makes it, given the shard's number.
     * @return this.
     */
    public B beforeEach(IntFunction<? extends EventHandler<MarketEvent>> factory) {
        before.add(factory);
        return self();
    }

    /**
     * Adds Disruptor handlers, each on a thread of its own, that see each event while the strategies do. Handlers of one call run beside
     * each other.
     *
     * @param handlers the handlers.
     * @return this.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final B beside(EventHandler<MarketEvent>... handlers) {
        single = "handler";
        beside.add(handlers);
        return self();
    }

    /**
     * Adds a Disruptor handler as {@link #beside} does, made for each shard.
     *
     * @param factory makes it, given the shard's number.
     * @return this.
     */
    public B besideEach(IntFunction<? extends EventHandler<MarketEvent>> factory) {
        beside.add(factory);
        return self();
    }

    /**
     * Adds Disruptor handlers, each on a thread of its own, that see each event after the strategies did. Handlers of one call run beside
     * each other, those of the next call after them.
     *
     * @param handlers the handlers.
     * @return this.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final B after(EventHandler<MarketEvent>... handlers) {
        single = "handler";
        after.add(handlers);
        return self();
    }

    /**
     * Adds a Disruptor handler as {@link #after} does, made for each shard.
     *
     * @param factory makes it, given the shard's number.
     * @return this.
     */
    public B afterEach(IntFunction<? extends EventHandler<MarketEvent>> factory) {
        after.add(factory);
        return self();
    }

    int handlersPerShard() {
        return before.count() + beside.count() + after.count();
    }

    List<EventHandler<MarketEvent>[]> before(int shard) {
        return before.make(shard);
    }

    List<EventHandler<MarketEvent>[]> beside(int shard) {
        return beside.make(shard);
    }

    List<EventHandler<MarketEvent>[]> after(int shard) {
        return after.make(shard);
    }
}
