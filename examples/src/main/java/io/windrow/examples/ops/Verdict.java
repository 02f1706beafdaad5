package io.windrow.examples.ops;

import java.util.Collection;

/** What a command says in the end, and its exit code. */
enum Verdict {
    /** Nothing was found. */
    PASS(0),
    /** Something was found. */
    FAIL(1),
    /** Too little was seen to say either. */
    INCONCLUSIVE(5);

    /** The call is wrong, or a file it names. */
    static final int WRONG_CALL = 2;
    /** The target cannot be read, or was lost while it was watched. */
    static final int TARGET_LOST = 3;
    /** A result cannot be saved. */
    static final int NOT_SAVED = 4;

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** What fails decides before what cannot be told, and that before what passes. */
    static Verdict of(Collection<Check> checks) {
        boolean unknown = false;
        for (Check check : checks) {
            if (check.status() == Status.FAIL) {
                return FAIL;
            }
            unknown |= check.status() == Status.UNKNOWN;
        }
        return unknown ? INCONCLUSIVE : PASS;
    }
}
