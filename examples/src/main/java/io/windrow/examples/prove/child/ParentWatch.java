package io.windrow.examples.prove.child;

import java.io.IOException;

/** Ends this JVM when the one that started it is gone: its end of standard input closes then, however it died. */
public final class ParentWatch extends Thread {

    private static final int ORPHANED = 3;

    private ParentWatch() {
        super("parent-watch");
        setDaemon(true);
    }

    /** Begins to watch. Standard input must be the pipe that the parent holds. */
    public static void begin() {
        new ParentWatch().start();
    }

    @Override
    public void run() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
