package io.windrow.examples.ops.scrape;

import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one line of a sample: {@code name{label="value",…} number [timestamp]}. */
final class SeriesText {

    private final String line;
    private int at;

    private SeriesText(String line) {
        this.line = line;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it breaks a rule, which is the message.
     */
    static Series parse(String line) {
        return new SeriesText(line).series();
    }

    static void requireName(String name) {
        require(isName(name, true), "illegal name of a metric");
    }

    private Series series() {
        int start = at;
        while (at < line.length() && line.charAt(at) != '{' && !isBlank(line.charAt(at))) {
            at++;
        }
        String name = line.substring(start, at);
        requireName(name);
        skipBlanks();
        SortedMap<String, String> labels = new TreeMap<>();
        if (at < line.length() && line.charAt(at) == '{') {
            at++;
            labels(labels);
        }
        String[] rest = line.substring(at).strip().split("[ \t]+");
        require(rest.length <= 2, "a sample is a name, a value and perhaps a time");
        if (rest.length == 2) {
            require(rest[1].matches("-?[0-9]+"), "a time must be whole milliseconds");
        }
        return new Series(name, labels, number(rest[0]));
    }

    private void labels(SortedMap<String, String> labels) {
        skipBlanks();
        while (peek() != '}') {
            int start = at;
            while (peek() != '=' && !isBlank(peek())) {
                at++;
            }
            String label = line.substring(start, at);
            require(isName(label, false), "illegal name of a label");
            skipBlanks();
            require(peek() == '=', "a label needs a value");
            at++;
            skipBlanks();
            require(labels.put(label, quoted()) == null, "a label may come once");
            skipBlanks();
            if (peek() == ',') {
                at++;
                skipBlanks();
            } else {
                require(peek() == '}', "labels are parted by commas");
            }
        }
        at++;
    }

    private String quoted() {
        require(peek() == '"', "the value of a label must be quoted");
        at++;
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char next = peek();
            at++;
            if (next == '\\') {
                next = switch (peek()) {
                    case 'n' -> '\n';
                    case '\\' -> '\\';
                    case '"' -> '"';
                    default -> throw new IllegalArgumentException("only \\\\, \\\" and \\n may be escaped");
                };
                at++;
            }
            text.append(next);
        }
        at++;
        return text.toString();
    }

    private char peek() {
        require(at < line.length(), "the line ends too early");
        return line.charAt(at);
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static double number(String text) {
        switch (text) {
            case "+Inf", "Inf":
                return Double.POSITIVE_INFINITY;
            case "-Inf":
                return Double.NEGATIVE_INFINITY;
            case "NaN":
                return Double.NaN;
            default:
                // Java would read "1d" and "0x1p3" too.
                require(text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"), "the value must be a number");
                return Double.parseDouble(text);
        }
    }

    private static boolean isName(String name, boolean colons) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || colons && c == ':';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
