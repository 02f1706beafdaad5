package io.windrow.examples.prove.report;

/** Colours of a terminal, or none; and text from files, made safe to print. */
final class Ansi {

    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    Ansi(boolean colour) {
        this.colour = colour;
    }

    String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    String dim(String text) {
        return wrap("\u001b[2m", text);
    }

    String good(String text) {
        return wrap("\u001b[32m", text);
    }

    String bad(String text) {
        return wrap("\u001b[33m", text);
    }

    private String wrap(String code, String text) {
        return colour && !text.isBlank() ? code + text + RESET : text;
    }

    /** Replaces what a terminal would obey: escape sequences, line ends, changes of direction. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(obeyed(c) ? '?' : c));
        return clean.toString();
    }

    private static boolean obeyed(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
