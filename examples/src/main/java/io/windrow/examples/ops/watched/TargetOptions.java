package io.windrow.examples.ops.watched;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.input.TimeSpan;
import picocli.CommandLine.Option;

/** Which process or engine a command watches. */
public final class TargetOptions {

    /** Where an engine answers unless it was told otherwise. */
    public static final String DEFAULT_URL = "http://127.0.0.1:8000";

    private static final long MOST_SECONDS = 600;

    @Option(names = "--pid", paramLabel = "PID", description = "A JVM of this machine; nothing in it is changed.")
    private Long pid;

    @Option(names = "--url", paramLabel = "URL", description = "The endpoint of an engine (default: " + DEFAULT_URL + ").")
    private String url;

    @Option(names = "--answer-within", paramLabel = "TIME", defaultValue = "5s",
        description = "How long an endpoint may take for an answer (default: ${DEFAULT-VALUE}).")
    private String answerWithin;

    /** Creates the options; the command line fills them in. */
    public TargetOptions() {
    }

    /**
     * Opens what was named.
     *
     * @return the target; the caller closes it.
     * @throws IllegalArgumentException if the options contradict each other or are none.
     * @throws io.windrow.metrics.SourceLostException if a process was named that cannot be read.
     */
    public Target open() {
        require(pid == null || url == null, "one of --pid and --url, not both", "pid", pid);
        require(pid == null || pid > 0, "pid must be positive", "pid", pid);
        long limitNanos = limitNanos(answerWithin);
        return pid == null ? Target.ofEndpoint(url == null ? DEFAULT_URL : url, limitNanos) : Target.ofProcess(pid);
    }

    /**
     * Reads a time limit for an answer.
     *
     * @param text such as {@code 5s}.
     * @return nanoseconds.
     * @throws IllegalArgumentException if it is none, or not within 1 ms to 10 minutes.
     */
    public static long limitNanos(String text) {
        long nanos = TimeSpan.parseNanos("answer-within", text);
        require(nanos >= 1_000_000 && nanos <= MOST_SECONDS * 1_000_000_000L, "time must be 1ms to " + MOST_SECONDS + "s", "answer-within",
            text);
        return nanos;
    }
}
