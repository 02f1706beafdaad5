package io.windrow.metrics.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program. */
final class CommandAction implements WatchAction {

    private final List<String> command;
    private final long timeLimitNanos;

    CommandAction(List<String> command, Duration timeLimit) {
        this.command = List.copyOf(command);
        timeLimitNanos = Rules.positiveNanos("timeLimit", timeLimit);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command must not be empty");
        }
    }

    @Override
    public int run(WatchEvent event) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        fill(builder.environment(), event);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (process.waitFor(timeLimitNanos, TimeUnit.NANOSECONDS)) {
                return process.exitValue();
            }
            throw new IOException("the program must end within the time limit: program=" + command.get(0) + ", timeLimit="
                + Duration.ofNanos(timeLimitNanos));
        } finally {
            end(process);
        }
    }

    private static void fill(Map<String, String> environment, WatchEvent event) {
        Alarm alarm = event.alarm();
        environment.put("WINDROW_ALARM", alarm.name());
        environment.put("WINDROW_FIGURE", alarm.figure().key());
        environment.put("WINDROW_VALUE", Long.toString(alarm.value()));
        environment.put("WINDROW_THRESHOLD", Long.toString(alarm.threshold()));
        environment.put("WINDROW_TIME", JsonText.iso(alarm.timeNanos()));
        environment.remove("WINDROW_SNAPSHOT");
        if (event.snapshotFile() != null) {
            environment.put("WINDROW_SNAPSHOT", event.snapshotFile().toString());
        }
    }

    /** A program that is past its time, or whose watchdog is closed, goes with all it started. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
