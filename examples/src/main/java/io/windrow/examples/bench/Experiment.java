package io.windrow.examples.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Measures subjects one after another, each in a JVM of its own. Equal experiments are the same, and are run once for all rows. */
interface Experiment {

    /** For people. */
    String title();

    /** How often it is run; rows take medians over the rounds. */
    int rounds(Mode mode);

    /**
     * Runs one round.
     *
     * @param keys the subjects, in the order to run them.
     * @return a reading for each.
     * @throws RowFailedException if one of them fails or its result is wrong.
     */
    Map<String, Reading> round(List<String> keys, Mode mode, Fork fork) throws IOException, RowFailedException;
}
