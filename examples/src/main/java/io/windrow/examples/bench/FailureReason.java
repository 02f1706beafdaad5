package io.windrow.examples.bench;

import java.util.List;
import java.util.stream.Stream;

/** One line that says why a program failed, found in what it printed. */
final class FailureReason {

    private FailureReason() {
    }

    /** The first line that names an exception, else the first of the error stream. */
    static String of(List<String> out, List<String> err) {
        return Stream.concat(out.stream(), err.stream()).map(String::strip).filter(FailureReason::namesException).findFirst()
            .or(() -> err.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst())
            .orElse("it gave no reason");
    }

    private static boolean namesException(String line) {
        return line.matches("([a-z]+\\.)+[A-Za-z]*(Exception|Error): .*");
    }
}
