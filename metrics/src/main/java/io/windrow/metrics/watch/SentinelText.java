package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.util.List;

/** What a sentinel says; off its hot path. */
final class SentinelText {

    private static final double HOUR_NANOS = CleanHours.HOUR_NANOS;

    private SentinelText() {
    }

    static LeakFinding leaked(long before, long now) {
        String text = (now - before) + " objects were out of their pools for longer than the limit, " + now + " since the start";
        return new LeakFinding(Figure.LEAKED_OBJECTS, Severity.HIGH, before, now, 0, 0, text);
    }

    static LeakFinding grown(LeakTrack track, long blockNanos, Sample sample) {
        Figure figure = track.figure;
        double perHour = track.slopePerBlock() * (HOUR_NANOS / blockNanos);
        long span = track.blocksSeen() * blockNanos;
        Figure limit = Growth.limit(figure);
        long most = limit == null ? Sample.ABSENT : sample.get(limit);
        String text = figure.key() + " keeps growing: from " + FigureText.of(figure, track.from()) + " to "
            + FigureText.of(figure, track.to()) + " in " + FigureText.rounded(span / HOUR_NANOS) + " h, " + FigureText.of(figure, perHour)
            + " an hour";
        Severity severity = LeakSeverity.of(track.from(), track.to(), most, perHour);
        return new LeakFinding(figure, severity, track.from(), track.to(), span, perHour, text);
    }

    static String status(LeakSentinel sentinel, int targetHours, List<String> unknown) {
        return (sentinel.isWarmingUp() ? "warming up; " : "") + sentinel.cleanHours() + " of " + targetHours + " clean hours, "
            + sentinel.findingCount() + " findings, " + sentinel.leakedObjects() + " leaked objects, " + sentinel.incompleteHours()
            + " incomplete hours" + (unknown.isEmpty() ? "" : "; not known: " + String.join(", ", unknown));
    }

    static String json(LeakSentinel sentinel, int targetHours, List<String> unknown) {
        JsonText json = new JsonText().open('{').flag("warmingUp", sentinel.isWarmingUp()).number("cleanHours", sentinel.cleanHours());
        json.number("targetHours", targetHours).flag("targetReached", sentinel.isTargetReached());
        json.number("leakedObjects", sentinel.leakedObjects()).number("incompleteHours", sentinel.incompleteHours());
        json.number("findingCount", sentinel.findingCount()).name("unknown").open('[');
        unknown.forEach(json::element);
        json.close(']').name("findings").open('[');
        sentinel.findings().forEach(finding -> finding.writeTo(json));
        return json.close(']').close('}').toString();
    }
}
