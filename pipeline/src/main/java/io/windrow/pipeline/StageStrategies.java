package io.windrow.pipeline;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.LinkedHashSet;
import java.util.Set;

/** The strategies that run on one thread: those of the main stage, or one that has a thread of its own. Made anew for each shard. */
final class StageStrategies {

    private final StrategyPlan plan;
    private final int[] ids;

    /**
     * Plans a stage.
     *
     * @param plan makes the strategies.
     * @param ids  number of each among all of the pipeline, in the order they were added.
     */
    StageStrategies(StrategyPlan plan, int[] ids) {
        this.plan = plan;
        this.ids = ids;
    }

    int count() {
        return ids.length;
    }

    int id(int i) {
        return ids[i];
    }

    /** What the strategies declare, each once, in the order of the strategies. */
    IndicatorSpec[] indicators() {
        Set<IndicatorSpec> all = new LinkedHashSet<>();
        for (int id : ids) {
            all.addAll(plan.ask(id).indicators());
        }
        return all.toArray(new IndicatorSpec[0]);
    }

    Strategy[] make(int shard) {
        Strategy[] made = new Strategy[ids.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = plan.make(ids[i], shard);
        }
        return made;
    }
}
