package io.windrow.metrics.watch;

import java.time.Duration;
import java.util.List;

/** Runs a program. */
final class CommandAction implements WatchAction {

    CommandAction(List<String> command, Duration timeLimit) {
    }

    @Override
    public int run(WatchEvent event) {
        return 0;
    }
}
