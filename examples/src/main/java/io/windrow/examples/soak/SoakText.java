package io.windrow.examples.soak;

import io.windrow.examples.prove.report.Formats;
import io.windrow.examples.prove.report.Unit;
import io.windrow.examples.soak.child.SoakSettings;
import java.util.Locale;

/** The result for people. */
final class SoakText {

    private static final String ROW = "%-26s %11s %11s %13s %13s %13s  %s%n";

    private SoakText() {
    }

    static String render(SoakSettings settings, SoakRecord told, SoakVerdict verdict) {
        StringBuilder text = new StringBuilder();
        line(text, "%s of %,d trades each in %.0f s, after %s of warm-up", days(settings.days()), settings.events(),
            told.seconds(1, settings.days()), days(told.warmUpDays()));
        line(text, "A whole trading day: %,d trades, %,d a second around the clock; so this was %.2f of them.",
            SoakSettings.dayEvents(settings.rate()), settings.rate(), wholeDays(settings));
        text.append('\n');
        line(text, "%d counts by the ledger, at noon and at night: %s", verdict.counts(), ledger(verdict));
        text.append('\n');
        text.append(String.format(Locale.ROOT, ROW, "floors of " + settings.blocks() * settings.days() + " blocks", "first", "last",
            "% a day", "at most", "would show", ""));
        verdict.growths().forEach(growth -> row(text, growth));
        text.append('\n');
        line(text, "Second load after a rest: %s (allowed: %s)", signed(verdict.second().addedBytes()),
            Formats.figure(Unit.BYTES, verdict.second().allowedBytes()));
        text.append('\n');
        verdict.findings().forEach(finding -> line(text, "found: %s", finding.text()));
        verdict.growths().stream().filter(growth -> verdict.exitCode() == SoakVerdict.INCONCLUSIVE)
            .forEach(growth -> line(text, "%s %s", growth.name(), growth.verdict().reason()));
        Growth memory = verdict.resident();
        double upper = memory.percentPerDay(memory.verdict().upper());
        line(text, "Verdict: %s. %s of %,d trades in %.0f s: upper 95 %% bound of resident memory %.2f %% a whole day, %.2f %% in all "
            + "that was played.", verdict.word(), days(settings.days()), settings.events(), told.seconds(1, settings.days()), upper,
            upper * wholeDays(settings));
        return text.toString();
    }

    private static double wholeDays(SoakSettings settings) {
        return (double) settings.events() * settings.days() / SoakSettings.dayEvents(settings.rate());
    }

    private static String days(int count) {
        return count + (count == 1 ? " trading day" : " trading days");
    }

    private static String ledger(SoakVerdict verdict) {
        long differ = verdict.findings().stream().filter(finding -> finding.text().contains("must be what it was")).count();
        return differ == 0 ? "all as in the baseline" : differ + " not as in the baseline";
    }

    private static void row(StringBuilder text, Growth growth) {
        text.append(String.format(Locale.ROOT, ROW, growth.name(), Formats.figure(Unit.BYTES, growth.first()),
            Formats.figure(Unit.BYTES, growth.last()), percent(growth, growth.verdict().slope()), percent(growth, growth.verdict().upper()),
            percent(growth, growth.verdict().detectionLimit()), trend(growth)));
    }

    private static String trend(Growth growth) {
        return growth.verdict().trend().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String percent(Growth growth, double slope) {
        return String.format(Locale.ROOT, "%.3f %%", growth.percentPerDay(slope));
    }

    private static String signed(long bytes) {
        return (bytes < 0 ? "-" : "+") + Formats.figure(Unit.BYTES, Math.abs((double) bytes));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
