package io.windrow.pipeline.feeds;

/**
 * A line, or a message, that should have been a row.
 *
 * @param source  the file, and behind a {@code !} the entry if it is a zip archive; the name of the source of a live message.
 * @param line    number of the line or message in it, 1 for the first.
 * @param offset  byte of the line at which it went wrong, 0 for the first; -1 where that is not known.
 * @param reason  what is wrong.
 * @param excerpt beginning of the line, at most 80 characters, in ASCII; any other byte is written as {@code \xNN}.
 */
public record BadLine(String source, long line, int offset, String reason, String excerpt) {

    static final int EXCERPT_LENGTH = 80;

    private static final int ESCAPE_LENGTH = "\\xNN".length();

    static BadLine of(LineReader line, RowFields fields) {
        return of(line.source(), line.lineNumber(), line.text(), line.from(), line.to(), fields);
    }

    static BadLine of(String source, long number, byte[] text, int from, int to, RowFields fields) {
        int offset = fields.faultAt() < 0 ? -1 : fields.faultAt() - from;
        return new BadLine(source, number, offset, fields.reason(), excerpt(text, from, to));
    }

    static String excerpt(byte[] text, int from, int to) {
        StringBuilder shown = new StringBuilder(EXCERPT_LENGTH);
        for (int i = from; i < to; i++) {
            byte b = text[i];
            boolean plain = b >= ' ' && b < 0x7F;
            if (shown.length() + (plain ? 1 : ESCAPE_LENGTH) > EXCERPT_LENGTH) {
                break;
            }
            if (plain) {
                shown.append((char) b);
            } else {
                shown.append("\\x").append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
        }
        return shown.toString();
    }
}
