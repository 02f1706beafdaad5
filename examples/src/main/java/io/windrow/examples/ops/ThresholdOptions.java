package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.BaselineLimits;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How much worse than a baseline is too much. */
final class ThresholdOptions {

    private static final double PERCENT = 100;
    private static final long HOUR_SLACK_NANOS = Spans.HOUR / 1000;
    private static final double MOST_PERCENT = 100_000;

    @Option(names = "--threshold", paramLabel = "PERCENT",
        description = "How much more is too much (default: 15); FIGURE=PERCENT for one figure, such as openFiles=50.")
    private List<String> thresholds = new ArrayList<>();

    @Option(names = "--samples", paramLabel = "N", defaultValue = "30",
        description = "Fewest samples for a verdict, of the baseline too (default: ${DEFAULT-VALUE}).")
    private int samples;

    private final BaselineLimits limits = new BaselineLimits();

    ThresholdOptions() {
    }

    void check() {
        require(samples >= 1, "samples must be positive", "samples", samples);
        // An hour's worth of one more stop in a short look; a thousandth of the time is none that anybody feels.
        limits.fewestSamples(samples).slack(Figure.STOPPED_TIME, HOUR_SLACK_NANOS).slack(Figure.COLLECTION_TIME, HOUR_SLACK_NANOS);
        for (String threshold : thresholds) {
            int cut = threshold.indexOf('=');
            double share = percent(threshold, threshold.substring(cut + 1)) / PERCENT;
            if (cut < 0) {
                limits.threshold(share);
            } else {
                Figure figure = FigureText.figure(threshold.substring(0, cut));
                limits.threshold(figure, share);
            }
        }
    }

    BaselineLimits limits() {
        return limits;
    }

    private static double percent(String all, String text) {
        try {
            double percent = Double.parseDouble(text);
            require(percent >= 0 && percent <= MOST_PERCENT, "percent must be 0 to 100000", "threshold", all);
            return percent;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("percent must be a number: threshold=" + all, e);
        }
    }
}
