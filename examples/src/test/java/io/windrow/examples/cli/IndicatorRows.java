package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code indicators} here, and reads the columns it prints. */
final class IndicatorRows {

    static final String CSV = "--format csv-candles --columns time,open,high,low,close,volume";

    private IndicatorRows() {
    }

    static CommandLineRun call(String... args) {
        return CommandLineRun.here(Stream.concat(Stream.of("indicators"), Stream.of(args)).toArray(String[]::new));
    }

    /** With arguments in one text, spaces between. */
    static CommandLineRun run(Object file, String args) {
        return call(("--input " + file + " " + args).split(" "));
    }

    /** The column of a name, as it is printed, header left out; the call must succeed. */
    static List<String> column(CommandLineRun run, String name) {
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).endsWith("\n");
        List<String> lines = run.out.lines().toList();
        List<String> names = List.of(lines.get(0).split(","));
        assertThat(names).contains(name);
        List<String> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).as(line).hasSameSizeAs(names);
            values.add(fields[names.indexOf(name)]);
        }
        return values;
    }
}
