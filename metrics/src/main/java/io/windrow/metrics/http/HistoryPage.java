package io.windrow.metrics.http;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.HistoryRange;
import io.windrow.metrics.MetricsHistory;
import io.windrow.metrics.Sample;

/** Curves of figures, at {@code /api/system/metrics/history}. */
final class HistoryPage implements Handler {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final EngineMetrics metrics;

    HistoryPage(EngineMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void answer(Request request, Answer answer) {
        HistoryQuery query = HistoryQuery.of(request, System.currentTimeMillis());
        HistoryRange range = metrics.history().range(
            query.fromMillis() * NANOS_PER_MILLI, query.toMillis() * NANOS_PER_MILLI, query.points(), query.figures());
        JsonText json = answer.json();
        json.time("from", query.fromMillis() * NANOS_PER_MILLI).time("to", query.toMillis() * NANOS_PER_MILLI);
        json.number("points", range.size()).bool("sampled", query.cut() || isSampled(range));
        if (range.size() > 1) {
            json.seconds("stepSeconds", stepNanos(range));
        }
        json.list("timeMillis");
        for (int i = 0; i < range.size(); i++) {
            json.number(range.timeNanos(i) / NANOS_PER_MILLI);
        }
        json.end().object("figures");
        for (int curve = 0; curve < range.figureCount(); curve++) {
            curve(json, range, curve);
        }
        json.end().end();
        answer.body().write('\n');
    }

    private static void curve(JsonText json, HistoryRange range, int curve) {
        Figure figure = range.figure(curve);
        json.list(figure.key());
        for (int i = 0; i < range.size(); i++) {
            long value = range.value(curve, i);
            if (value == Sample.ABSENT) {
                json.unknown();
            } else if (figure.unit() == Figure.Unit.NANOS) {
                json.seconds(value);
            } else {
                json.number(value);
            }
        }
        json.end();
    }

    /** Whether a point stands for more than one sample, here or already in the history, whose older rows are a minute apart. */
    private boolean isSampled(HistoryRange range) {
        return range.rowsPerPoint() > 1 || range.size() > 1 && stepNanos(range) > 2 * Math.max(metrics.intervalNanos(), NANOS_PER_MILLI);
    }

    private static long stepNanos(HistoryRange range) {
        int last = range.size() - 1;
        long mean = (range.timeNanos(last) - range.timeNanos(0)) / last;
        return Math.max(0, mean) / NANOS_PER_MILLI * NANOS_PER_MILLI;
    }

    /** For the text that names what may be asked for. */
    static String keptKeys() {
        StringBuilder keys = new StringBuilder();
        for (Figure figure : MetricsHistory.figures()) {
            keys.append(keys.length() == 0 ? "" : ", ").append(figure.key());
        }
        return keys.toString();
    }
}
