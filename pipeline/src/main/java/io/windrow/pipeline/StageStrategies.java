package io.windrow.pipeline;

import java.util.List;
import java.util.function.Supplier;

/** The strategies that run on one thread: those of the main stage, or one that has a thread of its own. Made anew for each shard. */
final class StageStrategies {

    private final List<Supplier<? extends Strategy>> factories;
    private final int[] ids;

    /**
     * Plans a stage.
     *
     * @param factories makes each strategy.
     * @param ids       number of each among all of the pipeline, in the order they were added.
     */
    StageStrategies(List<Supplier<? extends Strategy>> factories, int[] ids) {
        this.factories = List.copyOf(factories);
        this.ids = ids;
    }

    int count() {
        return ids.length;
    }

    int id(int i) {
        return ids[i];
    }

    Strategy[] make(int shard) {
        Strategy[] made = new Strategy[ids.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = factories.get(i).get();
            if (made[i] == null) {
                throw new IllegalStateException("a strategy's supplier must make one: strategy=" + ids[i] + ", shard=" + shard);
            }
        }
        return made;
    }
}
