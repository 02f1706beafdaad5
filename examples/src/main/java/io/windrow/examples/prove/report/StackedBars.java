package io.windrow.examples.prove.report;

import java.util.List;

/**
 * A bar for each row from left to right, made of parts, with their sum in words.
 *
 * @param title       what is shown.
 * @param description what is seen, in words.
 * @param name        what the axis counts.
 * @param bars        at least one.
 */
public record StackedBars(String title, String description, String name, List<Bar> bars) {

    private static final double TOP = 6;
    private static final double ROW = 42;
    private static final double THICKNESS = 24;
    private static final double BENEATH = 40;
    private static final double GAP = 6;

    /**
     * One bar.
     *
     * @param name  beside it.
     * @param parts from left to right.
     * @param words behind it.
     */
    public record Bar(String name, List<Part> parts, String words) {

        double sum() {
            return parts.stream().mapToDouble(Part::size).sum();
        }
    }

    /**
     * A part of a bar.
     *
     * @param style of the style sheet, such as {@code e0 light}.
     * @param size  0 or more.
     * @param hint  what it is, in words.
     */
    public record Part(String style, double size, String hint) {
    }

    /**
     * Draws it.
     *
     * @param html where to.
     */
    public void draw(Markup html) {
        Frame frame = frame();
        Axis axis = Axis.linear(Unit.COUNT, bars.stream().mapToDouble(Bar::sum).max().orElse(0));
        frame.begin(html, title, description);
        frame.horizontalAxis(html, axis, name);
        for (int i = 0; i < bars.size(); i++) {
            bar(html, frame, axis, bars.get(i), TOP + ROW * i + ROW / 2);
        }
        Frame.line(html, "base", frame.left(), frame.top(), frame.left(), frame.bottom());
        html.close();
    }

    private Frame frame() {
        double left = Frame.room(bars.stream().map(bar -> Frame.shorten(bar.name())).toList()) + 8;
        double right = Frame.WIDTH - Frame.room(bars.stream().map(Bar::words).toList()) - 2 * GAP;
        double bottom = TOP + ROW * bars.size();
        return new Frame(left, right, TOP, bottom, bottom + BENEATH);
    }

    private static void bar(Markup html, Frame frame, Axis axis, Bar bar, double middle) {
        Frame.label(html, "end", frame.left() - GAP, middle + 4, Frame.shorten(bar.name()));
        double sum = 0;
        for (Part part : bar.parts()) {
            double from = frame.x(axis.at(sum));
            sum += part.size();
            html.open("g").leaf("title", bar.name() + ", " + part.hint());
            html.empty("rect", "class", "stack " + part.style(), "x", Markup.number(from), "y", Markup.number(middle - THICKNESS / 2),
                "width", Markup.number(frame.x(axis.at(sum)) - from), "height", Markup.number(THICKNESS));
            html.close();
        }
        Frame.label(html, "value", frame.x(axis.at(sum)) + GAP, middle + 4, bar.words());
    }
}
