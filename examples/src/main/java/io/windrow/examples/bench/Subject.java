package io.windrow.examples.bench;

/**
 * Something that is measured.
 *
 * @param experiment measures it, perhaps together with others.
 * @param key        names it within the experiment.
 */
record Subject(Experiment experiment, String key) {
}
