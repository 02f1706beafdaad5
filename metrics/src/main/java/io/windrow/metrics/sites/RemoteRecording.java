package io.windrow.metrics.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * A recording in another JVM. Whatever happens here, {@link #close()} ends it and removes its file; should this process be killed
 * without a chance to, the target ends the recording by itself half a minute after its time.
 */
final class RemoteRecording implements AutoCloseable {

    private static final long GRACE_SECONDS = 30;
    private static final int LONGEST_ANSWER = 200;

    private final Target target;
    private final Jcmd jcmd;
    private final String name = "windrow-sites-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    /** As the target sees it. A folder that every user may write to, because the target may be another's. */
    private final Path file = Path.of(System.getProperty("java.io.tmpdir"), name + ".jfr").toAbsolutePath();
    private final Thread atExit = new Thread(this::end, name);
    private boolean running;

    RemoteRecording(Target target, Jcmd jcmd) {
        this.target = target;
        this.jcmd = jcmd;
    }

    static AllocationReport record(Target target, Duration time, int top) {
        Jcmd jcmd = new Jcmd(target, Path.of(System.getProperty("java.home")));
        try (RemoteRecording recording = new RemoteRecording(target, jcmd)) {
            recording.start(time);
            Wait.forNanos(time.toNanos(), target::requireAlive);
            return recording.stop(time, top);
        }
    }

    void start(Duration time) {
        Runtime.getRuntime().addShutdownHook(atExit);
        setRunning(true);
        String answer = jcmd.ask("JFR.start", "name=" + name, "settings=none", "disk=false",
            "duration=" + (time.toSeconds() + 1 + GRACE_SECONDS) + "s", quotedFile(),
            "+" + SiteTable.EVENT + "#enabled=true", "+" + SiteTable.EVENT + "#stackTrace=true",
            "+" + SiteTable.EVENT + "#throttle=" + Throttle.of(time));
        if (!answer.contains("Started recording")) {
            setRunning(false);
            target.requireAlive();
            throw new RecordingException("the process cannot be recorded: pid=" + target.pid() + ", why=" + reason(answer));
        }
    }

    AllocationReport stop(Duration time, int top) {
        String answer = jcmd.ask("JFR.stop", "name=" + name, quotedFile());
        if (!answer.contains("Stopped recording")) {
            target.requireAlive();
            throw new RecordingException("the recording cannot be written: pid=" + target.pid() + ", why=" + reason(answer));
        }
        setRunning(false);
        return SiteTable.read(target.seen(file), SiteTable.ANY_THREAD, time.toNanos(), top);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending and the hook does the same.
        }
        end();
    }

    /** An interrupt must not keep the recording alive: it is put aside for the one command that is still needed. */
    private synchronized void end() {
        boolean interrupted = Thread.interrupted();
        try {
            if (running && target.isAlive()) {
                running = false;
                jcmd.ask("JFR.stop", "name=" + name);
            }
        } finally {
            remove(target.seen(file));
            remove(file);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Quoted for the target's parser: the folder's name may have blanks. */
    private String quotedFile() {
        return "filename=\"" + file + "\"";
    }

    private synchronized void setRunning(boolean value) {
        running = value;
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new RecordingException("a recording's file must be removed: file=" + path + ", why=" + e.getMessage(), e);
        }
    }

    /** The part of an answer that says why, on one line. */
    static String reason(String answer) {
        String line = answer.lines().map(String::strip).filter(text -> !text.isEmpty() && !text.startsWith("at ")).findFirst()
            .orElse("no answer");
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }
}
