package io.windrow.pipeline.feeds;

import java.util.Arrays;
import java.util.List;

/** Which column of a line holds what, from a list such as {@code time,price,quantity,-,side}. Immutable. */
final class CsvColumns {

    static final int TIME = 0;
    static final int PRICE = 1;
    static final int QUANTITY = 2;
    static final int SIDE = 3;
    static final int ID = 4;
    static final int SYMBOL = 5;
    static final int ABSENT = -1;

    private static final List<String> NAMES = List.of("time", "price", "quantity", "side", "id", "symbol");
    private static final int REQUIRED = 3;
    private static final int MAX_COLUMNS = 256;
    private static final String IGNORED = "-";

    private final int[] positions = new int[NAMES.size()];
    private final int used;

    CsvColumns(String list) {
        Arrays.fill(positions, ABSENT);
        String[] names = list.split(",", -1);
        if (names.length > MAX_COLUMNS) {
            throw new IllegalArgumentException("too many columns: columns=" + names.length + ", most=" + MAX_COLUMNS);
        }
        int last = 0;
        for (int i = 0; i < names.length; i++) {
            if (place(names[i].strip(), i)) {
                last = i;
            }
        }
        for (int name = 0; name < REQUIRED; name++) {
            if (positions[name] == ABSENT) {
                throw new IllegalArgumentException("column is missing: column=" + NAMES.get(name) + ", columns=" + list);
            }
        }
        used = last + 1;
    }

    private boolean place(String name, int position) {
        if (name.equals(IGNORED)) {
            return false;
        }
        int known = NAMES.indexOf(name);
        if (known < 0) {
            throw new IllegalArgumentException("unknown column: column=" + name + " (known: " + String.join(", ", NAMES) + ", -)");
        }
        if (positions[known] != ABSENT) {
            throw new IllegalArgumentException("column is named twice: column=" + name);
        }
        positions[known] = position;
        return true;
    }

    /** The column of a name, counted from 0, or {@link #ABSENT}. */
    int position(int name) {
        return positions[name];
    }

    /** How many columns a line must have: up to the last that is named. */
    int used() {
        return used;
    }
}
