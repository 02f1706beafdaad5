package io.windrow.examples.prove.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds HTML that is XML as well, and SVG. Texts and values of attributes are escaped here and nowhere else; every element that
 * is opened is closed by the same name.
 */
public final class Markup {

    private static final Set<String> WITHIN_LINES = Set.of("span", "strong", "code", "b", "small", "a");
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a text. */
    Markup() {
    }

    /**
     * Begins an element.
     *
     * @param name       of the element.
     * @param attributes names and values in turn.
     * @return this.
     */
    public Markup open(String name, String... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /**
     * Ends the element that was opened last.
     *
     * @return this.
     */
    public Markup close() {
        String name = open.pop();
        out.append("</").append(name).append('>');
        lineEnd(name);
        return this;
    }

    /**
     * Writes a text, escaped.
     *
     * @param text any.
     * @return this.
     */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /**
     * Writes an element with nothing but text in it.
     *
     * @param name       of the element.
     * @param text       any; it is escaped.
     * @param attributes names and values in turn.
     * @return this.
     */
    public Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element with nothing in it; only for those that HTML, too, knows to be empty, and those of SVG. */
    Markup empty(String name, String... attributes) {
        start(name, attributes).append("/>");
        lineEnd(name);
        return this;
    }

    /** What is ours and needs no escaping: the doctype, the style sheet, a part that was built by another one of these. */
    Markup raw(String text) {
        out.append(text);
        return this;
    }

    /** A coordinate, to a tenth. */
    static String number(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }

    private StringBuilder start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void lineEnd(String name) {
        if (!WITHIN_LINES.contains(name)) {
            out.append('\n');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : REPLACEMENT);
            }
        });
    }

    /** XML knows no other control characters, no half characters, and two that are none. */
    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0x7F || c > 0x9F && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("every element must be closed: open=" + open);
        }
        return out.toString();
    }
}
