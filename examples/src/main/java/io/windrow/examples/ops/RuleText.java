package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.WatchRule;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a watchdog's rule such as {@code residentBytes>60MB for 3}. */
final class RuleText {

    private static final Pattern RULE =
        Pattern.compile("(growth of |record of )?\\s*([A-Za-z0-9]+)\\s*([<>])\\s*(\\S+)(?:\\s+for\\s+([0-9]{1,6}))?");

    private RuleText() {
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it is none; the message names it.
     */
    static WatchRule parse(String text, long coolDownNanos) {
        Matcher found = RULE.matcher(text.strip());
        require(found.matches(), "a rule must be such as \"residentBytes>60MB for 3\" or \"growth of openFiles>10\"", "when", text);
        Figure figure = FigureText.figure(found.group(2));
        long threshold = FigureText.parse(figure, found.group(4));
        String kind = found.group(1) == null ? "" : found.group(1).strip();
        boolean above = found.group(3).equals(">");
        require(above || kind.isEmpty(), "a growth or a record can only be above", "when", text);
        WatchRule rule = switch (kind) {
            case "growth of" -> WatchRule.growth(figure, threshold);
            case "record of" -> WatchRule.record(figure, threshold);
            default -> above ? WatchRule.above(figure, threshold) : WatchRule.below(figure, threshold);
        };
        WatchRule counted = found.group(5) == null ? rule : rule.forSamples(Integer.parseInt(found.group(5)));
        return counted.named(text.strip()).coolDown(Duration.ofNanos(coolDownNanos));
    }
}
