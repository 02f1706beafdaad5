package io.windrow.pipeline.feeds;

/**
 * Where the fields of one comma-separated line stand. Spaces around a field and quotes around it are left out of it; a comma
 * within quotes does not separate. A field cannot go on in the next line.
 */
final class CsvRow {

    static final int BROKEN_QUOTES = -1;

    private static final long COMMAS = Swar.lanes(',');

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
        int fields = plainFields(text, from, to);
        return fields > 0 ? fields : anyFields(text, from, to);
    }

    /**
     * Splits a line in which no byte is a space, a quote or any other below {@code #}, eight bytes at a time; returns how many fields it
     * has, or 0 if it is another line or one of less than eight bytes.
     */
    private int plainFields(byte[] text, int from, int to) {
        int last = to - Swar.LANES;
        if (last < from) {
            return 0;
        }
        int count = 0;
        ends[0] = to;
        starts[0] = from;
        int at = from;
        while (at < last && count >= 0) {
            count = word(Swar.word(text, at), -1L, at, to, count);
            at += Swar.LANES;
        }
        // The last word ends with the line: what of it was looked at before is left out.
        count = count < 0 ? count : word(Swar.word(text, last), -1L << (at - last << 3), last, to, count);
        return count == starts.length ? count : count + 1;
    }

    /** Ends fields at the commas of a word, and returns how many have ended, or less than 0 if the line is not plain. */
    private int word(long bytes, long mask, int at, int to, int fields) {
        if (Swar.less(bytes, '#') != 0) {
            return -1;
        }
        int count = fields;
        long commas = Swar.exactlyEqual(bytes, COMMAS) & mask;
        while (commas != 0 && count < starts.length) {
            int comma = at + Swar.firstLane(commas);
            ends[count++] = comma;
            if (count < starts.length) {
                starts[count] = comma + 1;
                ends[count] = to;
            }
            commas &= commas - 1;
        }
        return count;
    }

    private int anyFields(byte[] text, int from, int to) {
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
