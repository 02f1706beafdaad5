package io.windrow.examples.prove.report;

import java.util.List;

/**
 * A bar for each engine from left to right, a whisker from the lowest to the highest run, and the median in words.
 *
 * @param title       what is shown.
 * @param description what is seen, in words.
 * @param axis        axis to the right.
 * @param name        what it counts.
 * @param bars        at least one.
 */
record BarChart(String title, String description, Axis axis, String name, List<Bar> bars) {

    /** A median with the lowest and highest run. */
    record Bar(String name, String style, double median, double lowest, double highest, String words, String hint) {
    }

    private static final double TOP = 6;
    private static final double ROW = 42;
    private static final double THICKNESS = 18;
    private static final double WHISKER = 5;
    private static final double BENEATH = 40;
    private static final double GAP = 6;

    void draw(Markup svg) {
        Frame frame = frame();
        frame.begin(svg, title, description);
        frame.horizontalAxis(svg, axis, name);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, frame, bars.get(i), TOP + ROW * i + ROW / 2);
        }
        Frame.line(svg, "base", frame.left(), frame.top(), frame.left(), frame.bottom());
        svg.close();
    }

    private Frame frame() {
        double left = Frame.room(bars.stream().map(bar -> Frame.shorten(bar.name())).toList()) + 8;
        double right = Frame.WIDTH - Frame.room(bars.stream().map(Bar::words).toList()) - 2 * GAP;
        double bottom = TOP + ROW * bars.size();
        return new Frame(left, right, TOP, bottom, bottom + BENEATH);
    }

    private void bar(Markup svg, Frame frame, Bar bar, double middle) {
        double end = end(frame, bar.median());
        svg.open("g").leaf("title", bar.name() + ": " + bar.hint());
        Frame.label(svg, "name end " + bar.style(), frame.left() - GAP, middle + 4, Frame.shorten(bar.name()));
        if (bar.median() > 0) {
            svg.empty("rect", "class", "bar " + bar.style(), "x", Markup.number(frame.left()), "y", Markup.number(middle - THICKNESS / 2),
                "width", Markup.number(end - frame.left()), "height", Markup.number(THICKNESS));
        }
        double edge = end;
        if (bar.lowest() < bar.highest()) {
            edge = Math.max(edge, end(frame, bar.highest()));
            whisker(svg, end(frame, bar.lowest()), end(frame, bar.highest()), middle);
        }
        Frame.label(svg, "value", edge + GAP, middle + 4, bar.words());
        svg.close();
    }

    private static void whisker(Markup svg, double from, double to, double middle) {
        Frame.line(svg, "whisker", from, middle, to, middle);
        Frame.line(svg, "whisker", from, middle - WHISKER, from, middle + WHISKER);
        Frame.line(svg, "whisker", to, middle - WHISKER, to, middle + WHISKER);
    }

    /** What is above 0 has a bar that can be seen. */
    private double end(Frame frame, double value) {
        double end = frame.x(axis.at(value));
        return value > 0 ? Math.max(end, frame.left() + 1) : frame.left();
    }
}
