package io.windrow.examples.prove.report;

import java.util.List;

/** The space of a chart, and what every chart has: its name for those who cannot see it, gridlines, labels of ticks. */
record Frame(double left, double right, double top, double bottom, double height) {

    /** All charts are as wide, so that their type is of one size. */
    static final double WIDTH = 460;

    /** Room for one character of a label, with some to spare for another font. */
    static final double CHARACTER = 7.2;

    private static final int LONGEST_NAME = 16;

    static double room(List<String> labels) {
        return labels.stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
    }

    double x(double share) {
        return left + share * (right - left);
    }

    double y(double share) {
        return bottom - share * (bottom - top);
    }

    void begin(Markup svg, String title, String description) {
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + Markup.number(WIDTH) + " " + Markup.number(height),
            "role", "img", "aria-label", title + ". " + description);
        svg.leaf("title", title);
        svg.leaf("desc", description);
    }

    /** A name that fits beside a chart. */
    static String shorten(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
    }

    /** Upright gridlines with labels beneath, of which those that would touch are left out, and what they count. */
    void horizontalAxis(Markup svg, Axis axis, String name) {
        double free = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : axis.ticks()) {
            double x = x(axis.at(tick.value()));
            line(svg, "grid", x, top, x, bottom);
            double half = room(List.of(tick.label())) / 2;
            if (x - half >= free) {
                label(svg, "tick middle", x, bottom + 16, tick.label());
                free = x + half;
            }
        }
        label(svg, "tick middle", (left + right) / 2, bottom + 33, name);
    }

    /** Level gridlines with labels before them. */
    void verticalAxis(Markup svg, Axis axis) {
        for (Axis.Tick tick : axis.ticks()) {
            double y = y(axis.at(tick.value()));
            line(svg, "grid", left, y, right, y);
            label(svg, "tick end", left - 6, y + 4, tick.label());
        }
    }

    static void line(Markup svg, String style, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", style, "x1", Markup.number(x1), "y1", Markup.number(y1), "x2", Markup.number(x2), "y2",
            Markup.number(y2));
    }

    static void label(Markup svg, String style, double x, double y, String text) {
        svg.leaf("text", text, "class", style, "x", Markup.number(x), "y", Markup.number(y));
    }
}
