package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code candles} here, and reads the lines it prints. */
final class CandleRows {

    static final String HEADER = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
        + "taker_buy_quote_volume";
    private static final int COLUMNS = 11;

    private CandleRows() {
    }

    static CommandLineRun call(String... args) {
        return CommandLineRun.here(Stream.concat(Stream.of("candles"), Stream.of(args)).toArray(String[]::new));
    }

    /** With arguments in one text, spaces between. */
    static CommandLineRun run(Object file, String args) {
        return call(("--input " + file + " " + args).split(" "));
    }

    /** The rows that a call prints; it must succeed. */
    static List<List<BigDecimal>> of(Object file, String args) {
        CommandLineRun run = run(file, args);
        assertThat(run.exit).as(run.err).isZero();
        return read(run.out);
    }

    /** The numbers of every line behind the header, without zeros at their ends; null for an empty field. */
    static List<List<BigDecimal>> read(String csv) {
        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(csv).endsWith("\n");
        List<List<BigDecimal>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).as(line).hasSize(COLUMNS);
            rows.add(row((Object[]) fields));
        }
        return rows;
    }

    /** Numbers as {@link #read} gives them. */
    static List<BigDecimal> row(Object... fields) {
        List<BigDecimal> row = new ArrayList<>();
        for (Object field : fields) {
            String text = field == null ? "" : field instanceof BigDecimal number ? number.toPlainString() : field.toString();
            row.add(text.isEmpty() ? null : plain(new BigDecimal(text)));
        }
        return row;
    }

    /** Equal numbers are equal objects then. */
    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static List<BigDecimal> column(List<List<BigDecimal>> rows, int column) {
        List<BigDecimal> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }
}
