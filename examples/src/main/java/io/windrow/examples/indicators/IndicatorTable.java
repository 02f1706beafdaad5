package io.windrow.examples.indicators;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Every built-in indicator: what is written for it and what comes of it. */
final class IndicatorTable {

    private static final String ROW = "%-14s %-24s %8s  %s";
    /** What is appended to a name that does not do alone, as the indicator has parameters without a default. */
    private static final List<String> PARAMETERS = List.of(":20", "(ema:20,ema:50)");

    private IndicatorTable() {
    }

    static void print(PrintStream out) {
        print(out, "name", "text", "candles", "outputs");
        for (String name : IndicatorSpec.names()) {
            IndicatorSpec spec = spec(name);
            print(out, name, spec.text(), spec.warmUpPeriod(), outputs(spec));
        }
        out.println();
        out.println("Every default is filled in; a period without one is shown as 20, and what may cross as two averages. Candles are");
        out.println("those until all outputs have a value. A column is named by the text, with _ for :, and the output behind a dot.");
    }

    private static void print(PrintStream out, String name, String text, Object candles, String outputs) {
        out.println(String.format(ROW, name, text, candles, outputs).stripTrailing());
    }

    static IndicatorSpec spec(String name) {
        try {
            return IndicatorSpec.parse(name);
        } catch (IllegalArgumentException e) {
            return completed(name, e);
        }
    }

    private static IndicatorSpec completed(String name, IllegalArgumentException alone) {
        for (String parameters : PARAMETERS) {
            try {
                return IndicatorSpec.parse(name + parameters);
            } catch (IllegalArgumentException e) {
                alone.addSuppressed(e);
            }
        }
        throw alone;
    }

    private static String outputs(IndicatorSpec spec) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < spec.outputCount(); i++) {
            names.add(spec.outputName(i));
        }
        return String.join(", ", names);
    }
}
