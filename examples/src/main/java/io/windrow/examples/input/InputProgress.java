package io.windrow.examples.input;

import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Says every second on the error stream how much of the input has been read; nothing for input that takes no second. */
public final class InputProgress {

    private static final long INTERVAL_MILLIS = 1000;
    private static final int PERCENT = 100;

    private final String doing;
    private final ReadProgress progress;
    private final Thread thread = new Thread(this::follow, "input-progress");

    private InputProgress(String doing, ReadProgress progress) {
        this.doing = doing;
        this.progress = progress;
        thread.setDaemon(true);
    }

    /**
     * What reads.
     *
     * @param <T> what comes of it.
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads all.
         *
         * @return what came of it.
         * @throws IOException if the input cannot be read.
         */
        T run() throws IOException;
    }

    /**
     * Reads, and says how far it is.
     *
     * @param <T>      what comes of it.
     * @param doing    what is being done, for people.
     * @param progress of the reading.
     * @param reading  runs on the calling thread.
     * @return what came of it.
     * @throws IOException if the reading throws it.
     */
    public static <T> T during(String doing, ReadProgress progress, Reading<T> reading) throws IOException {
        InputProgress shown = new InputProgress(doing, progress);
        shown.thread.start();
        try {
            return reading.run();
        } finally {
            shown.thread.interrupt();
        }
    }

    /**
     * Looks through files, and says how far it is.
     *
     * @param files          at least one.
     * @param options        how they are written.
     * @param maxInstruments most symbols to take.
     * @return what was found.
     * @throws IllegalArgumentException if a file cannot be read.
     */
    public static FeedScan scan(List<Path> files, FeedOptions options, int maxInstruments) {
        ReadProgress progress = new ReadProgress();
        try {
            return during("looking through the input", progress, () -> FeedScan.of(files, options, maxInstruments, progress));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                System.err.println(doing + ": " + progress.bytesRead() * PERCENT / Math.max(1, progress.bytesTotal()) + " %");
            }
        } catch (InterruptedException e) {
            // The reading has ended, and so does this thread.
            return;
        }
    }
}
