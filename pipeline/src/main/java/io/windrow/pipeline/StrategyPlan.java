package io.windrow.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The strategies of a pipeline in the order they were added, and which of them have threads of their own. */
final class StrategyPlan {

    private final List<Supplier<? extends Strategy>> strategies = new ArrayList<>();
    private final List<Boolean> ownThreads = new ArrayList<>();
    /** Made to be asked what they need, until the first shard of a pipeline takes them; else null. */
    private final List<Strategy> asked = new ArrayList<>();

    void add(Supplier<? extends Strategy> factory, boolean ownThread) {
        strategies.add(Objects.requireNonNull(factory, "factory"));
        ownThreads.add(ownThread);
        asked.add(null);
    }

    /** A strategy to be asked what it needs. It is the one that the first shard gets, so that a plan makes none for nothing. */
    Strategy ask(int id) {
        if (asked.get(id) == null) {
            asked.set(id, made(id, 0));
        }
        return asked.get(id);
    }

    /** A strategy to run. */
    Strategy make(int id, int shard) {
        Strategy made = shard == 0 ? asked.set(id, null) : null;
        return made != null ? made : made(id, shard);
    }

    private Strategy made(int id, int shard) {
        Strategy made = strategies.get(id).get();
        if (made == null) {
            throw new IllegalStateException("a strategy's supplier must make one: strategy=" + id + ", shard=" + shard);
        }
        return made;
    }

    /** The main stage, and one for each strategy on a thread of its own. */
    int stageCount() {
        return 1 + Collections.frequency(ownThreads, true);
    }

    /** What runs on the main stage's thread, 0, or on the n-th thread of those that strategies have for themselves. */
    StageStrategies stage(int thread) {
        int[] ids = new int[strategies.size()];
        int count = 0;
        int own = 0;
        for (int i = 0; i < strategies.size(); i++) {
            own += ownThreads.get(i) ? 1 : 0;
            if (ownThreads.get(i) ? thread == own : thread == 0) {
                ids[count++] = i;
            }
        }
        return new StageStrategies(this, Arrays.copyOf(ids, count));
    }
}
