package io.windrow.examples.ops;

import io.windrow.examples.ops.json.FigureTree;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SourceLostException;
import io.windrow.metrics.watch.CollectorAdvice;
import io.windrow.metrics.watch.CollectorAdvisor;
import io.windrow.metrics.watch.CollectorSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the collector did in a look, and the advice on it. */
final class CollectorProfile {

    private static final double NANOS = 1e9;

    private final Look look;
    private final SampleSeries series;
    private final CollectorSettings settings;
    private final CollectorAdvice advice;

    /**
     * Takes the figures of a look.
     *
     * @throws SourceLostException if the target tells nothing of its collector.
     */
    CollectorProfile(Look look) {
        this.look = look;
        this.series = look.series();
        if (!series.knows(Figure.COLLECTIONS)) {
            throw new SourceLostException("the collector cannot be watched: " + look.target().name() + ", " + look.target().missing(),
                null);
        }
        settings = Conditions.collector(look.target());
        CollectorAdvisor advisor = new CollectorAdvisor(settings);
        series.samples().forEach(advisor::onSample);
        advice = advisor.advise();
    }

    CollectorAdvice advice() {
        return advice;
    }

    Outcome outcome() {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        tree.put("collector", settings.collector());
        tree.put("seconds", series.seconds());
        rows.add(List.of("collector", settings.collector().isEmpty() ? "unknown" : settings.collector(), settings.flags()));
        total(rows, tree, Figure.STOPS, "stops");
        time(rows, tree, Figure.STOPPED_TIME, "stopped", "of the time all threads stood still or were being stopped");
        time(rows, tree, Figure.STOPPING_TIME, "stopping", "of it until the last thread had stopped");
        level(rows, tree, Figure.STOP_P95, "stop P95");
        level(rows, tree, Figure.STOP_LONGEST, "longest stop");
        total(rows, tree, Figure.COLLECTIONS, "collections");
        total(rows, tree, Figure.YOUNG_COLLECTIONS, "young collections");
        total(rows, tree, Figure.OLD_COLLECTIONS, "full collections");
        time(rows, tree, Figure.COLLECTION_TIME, "collecting", "of the time the collector ran with all threads stopped");
        time(rows, tree, Figure.CPU, "processor", "of one core, the whole process");
        level(rows, tree, Figure.HEAP_AFTER_COLLECTION, "heap after collection");
        level(rows, tree, Figure.HEAP_COMMITTED, "heap committed");
        level(rows, tree, Figure.HEAP_LIMIT, "heap limit");
        allocation(rows, tree);
        tree.put("histogram", PauseBars.tree(look));
        tree.put("advice", AdviceText.tree(advice));
        String text = TextTable.render(rows, 1, 1) + "\n" + PauseBars.render(look) + "\n" + AdviceText.render(advice);
        return new Outcome(advice.isConclusive() ? Verdict.PASS : Verdict.INCONCLUSIVE, text, tree);
    }

    private void total(List<List<String>> rows, Map<String, Object> tree, Figure figure, String name) {
        long grown = series.growth(figure);
        if (grown != Sample.ABSENT) {
            tree.put(figure.key(), grown);
            rows.add(List.of(name, FigureText.of(figure, grown), figure.description()));
        }
    }

    private void time(List<List<String>> rows, Map<String, Object> tree, Figure figure, String name, String words) {
        long grown = series.growth(figure);
        if (grown != Sample.ABSENT && series.seconds() > 0) {
            double share = grown / NANOS / series.seconds();
            tree.put(figure.key(), FigureTree.value(figure, grown));
            tree.put(figure.key().replace("Seconds", "Share"), share);
            rows.add(List.of(name, FigureText.of(figure, grown), FigureText.percent(share) + " " + words));
        }
    }

    private void level(List<List<String>> rows, Map<String, Object> tree, Figure figure, String name) {
        if (series.last().has(figure)) {
            tree.put(figure.key(), FigureTree.value(figure, series.last().get(figure)));
            rows.add(List.of(name, FigureText.of(figure, series.last().get(figure)), figure.description()));
        }
    }

    private void allocation(List<List<String>> rows, Map<String, Object> tree) {
        AllocationRate rate = AllocationRate.of(series);
        if (rate.bytesPerSecond() >= 0) {
            tree.put("allocatedBytesPerSecond", rate.bytesPerSecond());
            tree.put("allocationIsEstimate", rate.isEstimate());
            rows.add(List.of("allocation", FigureText.bytes(rate.bytesPerSecond()) + "/s",
                rate.isEstimate() ? "estimate, at least: by the used heap and the collections" : "counted by the JVM"));
        } else {
            rows.add(List.of("allocation", "-", "not known: another JVM tells it only through a recording, see mem-snapshot --sites"));
        }
    }
}
