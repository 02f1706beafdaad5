package io.windrow.examples.prove;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress of a number of steps on the error stream: a bar that is redrawn where a terminal shows it, else a line for each step.
 * One thread at a time.
 */
public final class Progress {

    private static final int WIDTH = 28;
    private static final double SECOND_NANOS = 1e9;

    private final PrintStream out;
    private final boolean terminal;
    private final int steps;
    private final long startNanos = System.nanoTime();
    private int step;
    private String label = "";
    private int drawn;

    /**
     * Begins to count.
     *
     * @param out      where it is shown.
     * @param terminal whether that is a terminal, on which a line can be drawn again.
     * @param steps    how many there will be.
     */
    public Progress(PrintStream out, boolean terminal, int steps) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
    }

    /**
     * The next step begins.
     *
     * @param name what it does.
     */
    public void begin(String name) {
        label = name;
        step++;
        if (!terminal) {
            out.println(head() + label);
        }
        at(0);
    }

    /**
     * Redraws the bar, where there is one.
     *
     * @param share 0 to 1 of the present step.
     */
    public void at(double share) {
        if (terminal) {
            int filled = (int) Math.round(share * WIDTH);
            draw(head() + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + label);
        }
    }

    /** Takes the bar away. */
    public void finish() {
        if (terminal) {
            draw("");
            out.print('\r');
            out.flush();
        }
    }

    private String head() {
        return String.format(Locale.ROOT, "[%2d/%d %3.0f s] ", step, steps, (System.nanoTime() - startNanos) / SECOND_NANOS);
    }

    private void draw(String line) {
        out.print('\r' + line + " ".repeat(Math.max(0, drawn - line.length())));
        out.flush();
        drawn = line.length();
    }
}
