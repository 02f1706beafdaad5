package io.windrow.examples.run;

/** How the process ends. */
final class ExitCode {

    /** In order: nothing is left, whether it was told to stop, the time was up or the data was at its end. */
    static final int DONE = 0;
    /** A fault or a failed feed has stopped it, something was left, or signals could not be written. */
    static final int FAILED = 1;
    /** The settings are wrong. */
    static final int WRONG_SETTINGS = 2;
    /** Memory: the budget does not hold the plan, or the machine has no more. */
    static final int NO_MEMORY = 3;
    /** A second signal has cut the stop short. */
    static final int CUT_SHORT = 4;

    private ExitCode() {
    }
}
