package io.windrow.metrics.watch;

/**
 * How an action ended. Immutable.
 *
 * @param rule the name of the rule.
 * @param exitCode what the action returned; -1 if it threw.
 * @param error what it threw, or an empty string.
 * @param tookNanos how long it took.
 * @param event what made it run.
 */
public record WatchResult(String rule, int exitCode, String error, long tookNanos, WatchEvent event) {
}
