package io.windrow.examples.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;

/** A program that knows nothing of Windrow, to be watched: it allocates, and does what its argument says. */
public final class PlainProgram {

    private static final List<Object> KEPT = new ArrayList<>();
    private static volatile Object sink;

    private PlainProgram() {
    }

    /** {@code calm}, {@code files} opens a file each 100 ms, {@code idle} allocates nothing. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("ready");
        long started = System.nanoTime();
        long rounds = 0;
        // Never left behind by a test that failed.
        while (System.nanoTime() - started < 120_000_000_000L) {
            for (int i = 0; !args[0].equals("idle") && i < 100; i++) {
                sink = new byte[20_000];
            }
            rounds++;
            if (args[0].equals("files") && rounds % 5 == 0) {
                KEPT.add(new RandomAccessFile(System.getProperty("java.home") + "/release", "r"));
            }
            Thread.sleep(20);
        }
    }
}
