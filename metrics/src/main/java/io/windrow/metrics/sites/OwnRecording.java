package io.windrow.metrics.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;

/** A recording of this process that leaves neither itself nor a file behind. Only loaded where there is a {@code jdk.jfr}. */
final class OwnRecording implements AutoCloseable {

    private final Recording recording = new Recording();
    private final long startedNanos = System.nanoTime();
    private final Path file;

    OwnRecording(String throttle) {
        try {
            file = Files.createTempFile("windrow-sites-" + ProcessHandle.current().pid() + "-", ".jfr");
        } catch (IOException e) {
            recording.close();
            throw new RecordingException("a recording needs a place for a temporary file: java.io.tmpdir="
                + System.getProperty("java.io.tmpdir") + ", why=" + e.getMessage(), e);
        }
        recording.setName(file.getFileName().toString());
        recording.setToDisk(false);
        recording.enable(SiteTable.EVENT).with("throttle", throttle).withStackTrace();
        recording.start();
    }

    AllocationReport stop(long javaThreadId, int top) {
        long recordedNanos = System.nanoTime() - startedNanos;
        // What the writing allocates on this thread is not the work's.
        recording.disable(SiteTable.EVENT);
        try {
            // Before the stop: a stopped recording that is not on disk cannot be written any more.
            recording.dump(file);
            recording.stop();
        } catch (IOException e) {
            throw new RecordingException("a recording must be written before it is read: file=" + file + ", why=" + e.getMessage(), e);
        }
        return SiteTable.read(file, javaThreadId, recordedNanos, top);
    }

    @Override
    public void close() {
        recording.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RecordingException("a recording's file must be removed: file=" + file + ", why=" + e.getMessage(), e);
        }
    }
}
