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

    void add(Supplier<? extends Strategy> factory, boolean ownThread) {
        strategies.add(Objects.requireNonNull(factory, "factory"));
        ownThreads.add(ownThread);
    }

    /** The main stage, and one for each strategy on a thread of its own. */
    int stageCount() {
        return 1 + Collections.frequency(ownThreads, true);
    }

    /** What runs on the main stage's thread, 0, or on the n-th thread of those that strategies have for themselves. */
    StageStrategies stage(int thread) {
        List<Supplier<? extends Strategy>> chosen = new ArrayList<>();
        int[] ids = new int[strategies.size()];
        int own = 0;
        for (int i = 0; i < strategies.size(); i++) {
            own += ownThreads.get(i) ? 1 : 0;
            if (ownThreads.get(i) ? thread == own : thread == 0) {
                ids[chosen.size()] = i;
                chosen.add(strategies.get(i));
            }
        }
        return new StageStrategies(chosen, Arrays.copyOf(ids, chosen.size()));
    }
}
