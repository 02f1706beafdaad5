package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which column of a line holds what, from a list such as {@code time,price,quantity,-,side}; it tells what the rows are. Immutable. */
final class CsvColumns {

    static final int ABSENT = -1;

    private static final int MAX_COLUMNS = 256;
    private static final String IGNORED = "-";

    private final int[] positions = new int[FeedColumn.values().length];
    private final FeedContent content;
    private final int used;

    /** With what the rows may be; the first of them if the list leaves it open. */
    CsvColumns(String list, List<FeedContent> possible) {
        Arrays.fill(positions, ABSENT);
        String[] names = list.split(",", -1);
        if (names.length > MAX_COLUMNS) {
            throw new IllegalArgumentException("too many columns: columns=" + names.length + ", most=" + MAX_COLUMNS);
        }
        Set<FeedColumn> known = new LinkedHashSet<>();
        possible.forEach(each -> known.addAll(each.columns()));
        int last = 0;
        for (int i = 0; i < names.length; i++) {
            if (place(names[i].strip(), i, known)) {
                last = i;
            }
        }
        used = last + 1;
        content = content(list, possible);
        for (FeedColumn column : content.required()) {
            if (!has(column)) {
                throw new IllegalArgumentException("column is missing: column=" + column.label() + ", columns=" + list);
            }
        }
    }

    private boolean place(String name, int position, Set<FeedColumn> known) {
        if (name.equals(IGNORED)) {
            return false;
        }
        FeedColumn column = find(name, known);
        if (has(column)) {
            throw new IllegalArgumentException("column is named twice: column=" + name);
        }
        positions[column.ordinal()] = position;
        return true;
    }

    private static FeedColumn find(String name, Set<FeedColumn> known) {
        StringBuilder labels = new StringBuilder();
        for (FeedColumn column : known) {
            if (column.label().equals(name)) {
                return column;
            }
            labels.append(column.label()).append(", ");
        }
        throw new IllegalArgumentException("unknown column: column=" + name + " (known: " + labels + IGNORED + ")");
    }

    /** The first that has all the columns that are named. */
    private FeedContent content(String list, List<FeedContent> possible) {
        StringBuilder labels = new StringBuilder();
        for (FeedContent each : possible) {
            if (hasNoneBut(each.columns())) {
                return each;
            }
            labels.append(labels.length() == 0 ? "" : " or of ").append(each.label());
        }
        throw new IllegalArgumentException("columns must be those of " + labels + ", not mixed: columns=" + list);
    }

    private boolean hasNoneBut(List<FeedColumn> columns) {
        for (FeedColumn column : FeedColumn.values()) {
            if (has(column) && !columns.contains(column)) {
                return false;
            }
        }
        return true;
    }

    /** What the rows are. */
    FeedContent content() {
        return content;
    }

    /** The columns that are numbers at a scale. */
    FeedColumn[] amounts() {
        List<FeedColumn> named = new ArrayList<>();
        for (FeedColumn column : content.amounts()) {
            if (has(column)) {
                named.add(column);
            }
        }
        return named.toArray(new FeedColumn[0]);
    }

    boolean has(FeedColumn column) {
        return position(column) != ABSENT;
    }

    /** The column of a name, counted from 0, or {@link #ABSENT}. */
    int position(FeedColumn column) {
        return positions[column.ordinal()];
    }

    /** How many columns a line must have: up to the last that is named. */
    int used() {
        return used;
    }
}
