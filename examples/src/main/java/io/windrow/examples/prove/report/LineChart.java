package io.windrow.examples.prove.report;

import java.util.Arrays;
import java.util.List;

/**
 * Curves, each with its name at its end.
 *
 * @param title       what is shown.
 * @param description what is seen, in words.
 * @param x           axis to the right.
 * @param xName       what it counts.
 * @param y           axis upwards.
 * @param lines       at least one curve; the first is drawn first, under the others.
 */
record LineChart(String title, String description, Axis x, String xName, Axis y, List<Line> lines) {

    /** A curve of an engine in its style. */
    record Line(String name, String style, Series curve) {
    }

    private static final double HEIGHT = 290;
    private static final double TOP = 12;
    private static final double BENEATH = 40;
    private static final double LINE_HEIGHT = 15;
    private static final double LEADER = 14;
    private static final int MOST_POINTS = 700;

    void draw(Markup svg) {
        Frame frame = frame();
        frame.begin(svg, title, description);
        frame.verticalAxis(svg, y);
        frame.horizontalAxis(svg, x, xName);
        for (Line line : lines) {
            path(svg, frame, line);
        }
        names(svg, frame);
        svg.close();
    }

    private Frame frame() {
        double left = Frame.room(y.ticks().stream().map(Axis.Tick::label).toList()) + 10;
        double names = Frame.room(lines.stream().map(line -> Frame.shorten(line.name())).toList()) + LEADER + 6;
        return new Frame(left, Frame.WIDTH - names, TOP, HEIGHT - BENEATH, HEIGHT);
    }

    private void path(Markup svg, Frame frame, Line line) {
        Series curve = Curves.thin(line.curve(), MOST_POINTS);
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            d.append(i == 0 ? "M" : i == 1 ? "L" : " ").append(Markup.number(frame.x(x.at(curve.x()[i])))).append(' ')
                .append(Markup.number(frame.y(y.at(curve.y()[i]))));
        }
        svg.open("path", "class", "line " + line.style(), "d", d.toString()).leaf("title", line.name()).close();
    }

    private void names(Markup svg, Frame frame) {
        double[] ends = lines.stream().mapToDouble(line -> endY(frame, line)).toArray();
        double[] places = LabelColumn.spread(ends, LINE_HEIGHT, TOP, frame.bottom());
        for (int i = 0; i < places.length; i++) {
            Line line = lines.get(i);
            double x = endX(frame, line);
            Frame.line(svg, "leader " + line.style(), x, ends[i], frame.right() + LEADER, places[i]);
            svg.empty("circle", "class", "dot " + line.style(), "cx", Markup.number(x), "cy", Markup.number(ends[i]), "r", "3");
            Frame.label(svg, "name " + line.style(), frame.right() + LEADER + 3, places[i] + 4, Frame.shorten(line.name()));
        }
    }

    private double endX(Frame frame, Line line) {
        return frame.x(x.at(last(line.curve().x())));
    }

    private double endY(Frame frame, Line line) {
        return frame.y(y.at(last(line.curve().y())));
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /** Highest value of some curves. */
    static double highest(List<Line> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.curve().y())).max().orElse(0);
    }

    /** Lowest value above 0 of some curves. */
    static double lowestAboveZero(List<Line> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.curve().y())).filter(value -> value > 0).min().orElse(0);
    }

    /** Where the longest curve ends. */
    static double longest(List<Line> lines) {
        return lines.stream().mapToDouble(line -> last(line.curve().x())).max().orElse(0);
    }
}
