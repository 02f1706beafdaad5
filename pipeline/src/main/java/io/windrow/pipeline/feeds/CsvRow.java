package io.windrow.pipeline.feeds;

/**
 * Where the fields of one comma-separated line stand. Spaces around a field and quotes around it are left out of it; a comma
 * within quotes does not separate. A field cannot go on in the next line.
 */
final class CsvRow {

    static final int BROKEN_QUOTES = -1;

    private final int[] starts;
    private final int[] ends;

    /** Creates a row that keeps at most so many fields; what follows them in a line is not looked at. */
    CsvRow(int maxFields) {
        starts = new int[maxFields];
        ends = new int[maxFields];
    }

    int from(int field) {
        return starts[field];
    }

    int to(int field) {
        return ends[field];
    }

    /** Splits a line and returns how many fields it has, or {@link #BROKEN_QUOTES}. */
    int split(byte[] text, int from, int to) {
        int count = 0;
        int at = from;
        while (count < starts.length) {
            int start = skipSpace(text, at, to);
            int end = start < to && text[start] == '"' ? quoted(text, start, to, count) : plain(text, start, to, count);
            if (end < 0) {
                return BROKEN_QUOTES;
            }
            count++;
            if (end == to) {
                return count;
            }
            at = end + 1;
        }
        return count;
    }

    private int plain(byte[] text, int start, int to, int field) {
        int comma = start;
        while (comma < to && text[comma] != ',') {
            comma++;
        }
        int end = comma;
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        starts[field] = start;
        ends[field] = end;
        return comma;
    }

    private int quoted(byte[] text, int start, int to, int field) {
        int quote = start + 1;
        while (quote < to && (text[quote] != '"' || quote + 1 < to && text[quote + 1] == '"')) {
            // Two quotes stand for one and do not end the field.
            quote += text[quote] == '"' ? 2 : 1;
        }
        if (quote >= to) {
            return BROKEN_QUOTES;
        }
        starts[field] = start + 1;
        ends[field] = quote;
        int comma = skipSpace(text, quote + 1, to);
        return comma == to || text[comma] == ',' ? comma : BROKEN_QUOTES;
    }

    private static int skipSpace(byte[] text, int from, int to) {
        int i = from;
        while (i < to && isSpace(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }
}
