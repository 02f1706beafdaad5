package io.windrow.examples.prove.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Writes how many events were published, a number a line, for the parent's progress bar. Allocates nothing after construction. */
final class ProgressLine {

    private static final int LONGEST = 24;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final byte[] line = new byte[LONGEST];

    void write(long number) {
        int at = LONGEST;
        line[--at] = '\n';
        long rest = number;
        do {
            line[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        try {
            out.write(line, at, LONGEST - at);
        } catch (IOException e) {
            // Progress is a courtesy; a parent that is gone is found by the watch on standard input.
        }
    }
}
