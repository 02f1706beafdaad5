package io.windrow.examples.ops;

import java.util.List;

/** Rows of texts in columns. */
public final class TextTable {

    private static final String GAP = "   ";

    private TextTable() {
    }

    /**
     * Aligns rows, which all have the same number of cells.
     *
     * @param rows at least one.
     * @param firstRight the first column whose texts stand to the right.
     * @param lastRight the last such column.
     * @return a line for each row.
     */
    public static String render(List<List<String>> rows, int firstRight, int lastRight) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                boolean right = i >= firstRight && i <= lastRight;
                line.append(i == 0 ? "" : GAP).append(right ? pad + row.get(i) : row.get(i) + pad);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
