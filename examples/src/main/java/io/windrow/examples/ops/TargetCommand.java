package io.windrow.examples.ops;

import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.ops.watched.Target;
import io.windrow.examples.ops.watched.TargetOptions;
import picocli.CommandLine.Mixin;

/** A command that watches one target. */
abstract class TargetCommand extends OpsCommand {

    @Mixin
    private TargetOptions options;

    @Override
    final Outcome execute(StopRequest stop) {
        check();
        try (Target target = options.open()) {
            Outcome outcome = execute(new Watch(target, stop));
            return outcome.with("target", target.name()).with("missing", target.missing());
        }
    }

    /** Refuses options that are wrong before anything is opened. */
    abstract void check();

    /** Does the work. */
    abstract Outcome execute(Watch watch);
}
