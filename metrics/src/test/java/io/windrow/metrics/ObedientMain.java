package io.windrow.metrics;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Does what the letters on its input ask for, tells after each that it is ready, and ends with its input. */
final class ObedientMain {

    static final char KEEP = 'k';
    static final char THREADS = 't';
    static final char FILES = 'f';
    static final char GARBAGE = 'g';
    static final char COLLECT = 'c';

    static final int MORE_THREADS = 11;
    static final int MORE_FILES = 37;
    static final int GARBAGE_BYTES = 6_000_000;
    static final int KEPT_BYTES = 20_000_000;

    private static final int CHUNK_BYTES = 10_000;
    private static final List<Object> KEPT = new ArrayList<>();
    private static Object garbage;

    private ObedientMain() {
    }

    public static void main(String[] arguments) throws IOException {
        do {
            System.out.println("ready");
        } while (obey(System.in.read()));
        System.out.println(garbage);
    }

    private static boolean obey(int command) throws IOException {
        if (command == KEEP) {
            for (int i = 0; i < KEPT_BYTES; i += CHUNK_BYTES) {
                KEPT.add(new byte[CHUNK_BYTES]);
            }
        } else if (command == THREADS) {
            startThreads();
        } else if (command == FILES) {
            for (int i = 0; i < MORE_FILES; i++) {
                KEPT.add(new FileInputStream("/proc/self/stat"));
            }
        } else if (command == GARBAGE) {
            for (int i = 0; i < GARBAGE_BYTES; i += CHUNK_BYTES) {
                garbage = new byte[CHUNK_BYTES];
            }
        } else if (command == COLLECT) {
            System.gc();
        }
        return command >= 0;
    }

    private static void startThreads() {
        for (int i = 0; i < MORE_THREADS; i++) {
            Thread thread = new Thread(ObedientMain::sleep);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void sleep() {
        while (true) {
            LockSupport.park();
        }
    }
}
