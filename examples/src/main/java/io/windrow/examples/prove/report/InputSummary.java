package io.windrow.examples.prove.report;

import java.util.List;
import java.util.Map;

/**
 * What the engines were fed.
 *
 * @param description one line for people.
 * @param settings    what is needed to feed the same again: seed, files, format and so on.
 * @param trades      trades every engine was given.
 * @param instruments how many.
 * @param lines       lines read from files, 0 for generated input.
 * @param skipped     lines left out because they are no trades, by reason.
 * @param bad         lines that could not be read, by reason.
 * @param badLines    the first of them.
 */
public record InputSummary(String description, Map<String, String> settings, long trades, int instruments, long lines,
    Map<String, Long> skipped, Map<String, Long> bad, List<BadLine> badLines) {

    /**
     * A line that could not be read.
     *
     * @param file    where.
     * @param number  which, the first is 1.
     * @param reason  why.
     * @param excerpt how it begins.
     */
    public record BadLine(String file, long number, String reason, String excerpt) {
    }
}
