package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** Users' handlers at one place of the graph: groups one after another, the handlers of each beside each other. */
final class Handlers {

    private final List<IntFunction<EventHandler<MarketEvent>[]>> groups = new ArrayList<>();
    private int count;

    void add(EventHandler<MarketEvent>[] handlers) {
        EventHandler<MarketEvent>[] copy = handlers.clone();
        for (EventHandler<MarketEvent> handler : copy) {
            Objects.requireNonNull(handler, "handler");
        }
        if (copy.length > 0) {
            groups.add(shard -> copy);
            count += copy.length;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void add(IntFunction<? extends EventHandler<MarketEvent>> factory) {
        Objects.requireNonNull(factory, "factory");
        groups.add(shard -> new EventHandler[] {Objects.requireNonNull(factory.apply(shard), "handler")});
        count++;
    }

    int count() {
        return count;
    }

    List<EventHandler<MarketEvent>[]> make(int shard) {
        List<EventHandler<MarketEvent>[]> made = new ArrayList<>();
        for (IntFunction<EventHandler<MarketEvent>[]> group : groups) {
            made.add(group.apply(shard));
        }
        return made;
    }
}
