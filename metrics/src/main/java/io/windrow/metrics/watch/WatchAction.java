package io.windrow.metrics.watch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a watchdog does when a rule fires. */
@FunctionalInterface
public interface WatchAction {

    /**
     * Acts. Called on the watchdog's thread, one action at a time, never on the one that samples.
     *
     * @param event what fired.
     * @return an exit code, 0 for good.
     * @throws Exception if it fails; that is counted and told in the result, and the next action runs.
     */
    int run(WatchEvent event) throws Exception;

    /**
     * Writes one line.
     *
     * @param out where to.
     * @return the action.
     */
    static WatchAction log(PrintStream out) {
        Objects.requireNonNull(out, "out");
        return event -> {
            out.println(JsonText.iso(event.alarm().timeNanos()) + " " + event.alarm().severity() + " " + event.alarm().text());
            return 0;
        };
    }

    /**
     * Tells a listener, such as a {@link Notifier}.
     *
     * @param listener is called on the watchdog's thread.
     * @return the action.
     */
    static WatchAction tell(AlarmListener listener) {
        Objects.requireNonNull(listener, "listener");
        return event -> {
            listener.onAlarm(event.alarm());
            return 0;
        };
    }

    /**
     * Runs a program and waits for its end. Its environment carries {@code WINDROW_ALARM}, {@code WINDROW_FIGURE}, {@code WINDROW_VALUE},
     * {@code WINDROW_THRESHOLD}, {@code WINDROW_TIME} and, if there is one, {@code WINDROW_SNAPSHOT}; its output is thrown away. Past the
     * time limit it and its children are ended by force, which is told as an error.
     *
     * @param command the program and its arguments, not empty; no shell takes part.
     * @param timeLimit positive.
     * @return the action, whose result is the program's exit code.
     * @throws IllegalArgumentException if the command is empty or the time not positive.
     */
    static WatchAction command(List<String> command, Duration timeLimit) {
        return new CommandAction(command, timeLimit);
    }
}
