package io.windrow.metrics.watch;

/** The escapes of a properties file that a value on one line needs. */
final class Escapes {

    private static final String PLAIN = "\\\n\r\t";
    private static final String ESCAPED = "\\nrt";

    private Escapes() {
    }

    static String escape(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            int special = PLAIN.indexOf(value.charAt(i));
            if (special >= 0) {
                text.append('\\').append(ESCAPED.charAt(special));
            } else if (i == 0 && value.charAt(i) == ' ') {
                text.append("\\ ");
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }

    /** Null if a backslash begins no known escape. */
    static String unescape(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            char next = ++i < value.length() ? value.charAt(i) : 0;
            int special = ESCAPED.indexOf(next);
            if (special < 0 && next != ' ') {
                return null;
            }
            text.append(special < 0 ? ' ' : PLAIN.charAt(special));
        }
        return text.toString();
    }
}
