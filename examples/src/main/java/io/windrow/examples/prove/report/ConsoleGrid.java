package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of a label and one cell for each column; values to the right, what follows a value to the left. */
final class ConsoleGrid {

    /** A value, what follows it, and how it is painted. */
    record Cell(String value, String tail, UnaryOperator<String> paint) {

        static Cell of(String value) {
            return new Cell(value, "", text -> text);
        }
    }

    private record Row(String label, List<Cell> cells) {
    }

    private static final String GAP = "   ";

    private final List<Row> rows = new ArrayList<>();
    private final Ansi ansi;

    ConsoleGrid(Ansi ansi) {
        this.ansi = ansi;
    }

    void row(String label, List<Cell> cells) {
        rows.add(new Row(label, cells));
    }

    /** A line without cells. */
    void line(String text) {
        rows.add(new Row(text, List.of()));
    }

    String render() {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int labels = rows.stream().filter(row -> !row.cells().isEmpty()).mapToInt(row -> row.label().length()).max().orElse(0);
        int[] values = new int[columns];
        int[] tails = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                values[i] = Math.max(values[i], row.cells().get(i).value().length());
                tails[i] = Math.max(tails[i], row.cells().get(i).tail().length());
            }
        }
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> render(out, row, labels, values, tails));
        return out.toString();
    }

    private void render(StringBuilder out, Row row, int labels, int[] values, int[] tails) {
        StringBuilder line = new StringBuilder(row.label());
        if (!row.cells().isEmpty()) {
            line.append(spaces(labels - row.label().length()));
        }
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            line.append(GAP).append(spaces(values[i] - cell.value().length())).append(cell.paint().apply(cell.value()));
            if (tails[i] > 0) {
                line.append(' ').append(ansi.dim(cell.tail())).append(spaces(tails[i] - cell.tail().length()));
            }
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String spaces(int count) {
        return " ".repeat(Math.max(0, count));
    }
}
