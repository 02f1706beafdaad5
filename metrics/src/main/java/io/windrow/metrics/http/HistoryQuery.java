package io.windrow.metrics.http;

import io.windrow.metrics.Figure;
import io.windrow.metrics.MetricsHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request asks of the history, within bounds. Who asks for more days or points than there may be gets the most there may be, and is
 * told; who asks for what makes no sense gets an error.
 *
 * @param fromMillis since the epoch.
 * @param toMillis   since the epoch.
 * @param points     the most points.
 * @param figures    which curves.
 * @param cut        whether more was asked for.
 */
record HistoryQuery(long fromMillis, long toMillis, int points, Figure[] figures, boolean cut) {

    /** All curves together: 2 MB of text at the most, and half a megabyte of heap while it is written. */
    static final int MOST_VALUES = 64_000;

    private static final long MILLIS_PER_MINUTE = 60_000L;
    private static final long MILLIS_PER_DAY = 1440 * MILLIS_PER_MINUTE;
    private static final long DEFAULT_SPAN_MILLIS = 10 * MILLIS_PER_MINUTE;
    private static final long DEFAULT_POINTS = 600;
    private static final long YEAR_10000_MILLIS = 253_402_300_800_000L;

    static HistoryQuery of(Request request, long nowMillis) {
        long to = time(request, "to", nowMillis);
        long from = time(request, "from", Math.max(0, to - DEFAULT_SPAN_MILLIS));
        if (from > to) {
            throw new BadQueryException("from must not be after to: from=" + from + ", to=" + to);
        }
        long points = points(request.parameter("points"));
        Figure[] figures = figures(request.parameter("figures"));
        long earliest = to - MetricsHistory.MOST_DAYS * MILLIS_PER_DAY;
        long most = Math.min(MetricsHistory.MOST_POINTS, MOST_VALUES / figures.length);
        return new HistoryQuery(Math.max(from, earliest), to, (int) Math.min(points, most), figures, from < earliest || points > most);
    }

    private static long time(Request request, String name, long otherwise) {
        String value = request.parameter(name);
        if (value == null) {
            return otherwise;
        }
        long millis = UtcTime.millis(name, value);
        if (millis < 0 || millis >= YEAR_10000_MILLIS) {
            throw new BadQueryException(name + " must be in the years 1970 to 9999: " + name + "=" + value);
        }
        return millis;
    }

    private static long points(String value) {
        if (value == null) {
            return DEFAULT_POINTS;
        }
        try {
            long points = Long.parseLong(value);
            if (points >= 1) {
                return points;
            }
        } catch (NumberFormatException e) {
            throw new BadQueryException("points must be a positive number: points=" + value, e);
        }
        throw new BadQueryException("points must be a positive number: points=" + value);
    }

    private static Figure[] figures(String value) {
        if (value == null) {
            return MetricsHistory.figures();
        }
        List<Figure> figures = new ArrayList<>();
        int from = 0;
        while (from <= value.length()) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            Figure figure = Figure.of(value.substring(from, to));
            if (figure == null || !MetricsHistory.keeps(figure)) {
                throw new BadQueryException("figures must be of " + HistoryPage.keptKeys() + ": figures=" + value.substring(from, to));
            }
            if (figures.contains(figure)) {
                throw new BadQueryException("figures must be named once: figures=" + figure.key());
            }
            figures.add(figure);
            from = to + 1;
        }
        return figures.toArray(new Figure[0]);
    }
}
