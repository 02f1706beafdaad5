package io.windrow.examples.prove;

import io.windrow.pipeline.feeds.ReadProgress;
import java.io.PrintStream;

/** Says every second on the error stream how much of the input has been looked through; nothing for input that takes no second. */
final class ScanProgress implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 1000;
    private static final int PERCENT = 100;

    private final PrintStream out;
    private final ReadProgress progress = new ReadProgress();
    private final Thread thread = new Thread(this::follow, "scan-progress");

    ScanProgress(PrintStream out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    ReadProgress progress() {
        return progress;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                out.println("looking through the input: " + progress.bytesRead() * PERCENT / Math.max(1, progress.bytesTotal()) + " %");
            }
        } catch (InterruptedException e) {
            // The scan has ended, and so does this thread.
            return;
        }
    }
}
