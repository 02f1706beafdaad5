package io.windrow.buffers.indicators;

import java.util.ArrayList;
import java.util.List;

/** The text of an indicator, taken apart: {@code NAME[:PARAMETER…][:first][@FIELD | (INDICATOR[.OUTPUT])]}, or several in the bracket. */
final class SpecText {

    private static final String FIRST = "first";

    final String whole;
    final String name;
    private final List<String> parameters = new ArrayList<>();
    private final Seed seed;
    private final List<Source> sources = new ArrayList<>();
    private boolean seedUsed;
    private boolean sourceUsed;
    private int used;

    SpecText(String whole) {
        this.whole = whole;
        int end = headEnd();
        if (end < whole.length()) {
            addSources(end);
        }
        String[] parts = whole.substring(0, end).split(":", -1);
        name = parts[0];
        boolean isFirst = parts.length > 1 && parts[parts.length - 1].equals(FIRST);
        seed = isFirst ? Seed.FIRST_VALUE : Seed.MEAN;
        for (int i = 1; i < parts.length - (isFirst ? 1 : 0); i++) {
            parameters.add(parts[i]);
        }
    }

    /** The next parameter, a whole number; {@code otherwise} if it was left out. */
    int integer(int otherwise) {
        return used < parameters.size() ? whole(parameters.get(used++)) : otherwise;
    }

    /** The next parameter, which must not be left out. */
    int integer() {
        if (used == parameters.size()) {
            throw new IllegalArgumentException("indicator needs " + (used + 1) + " parameters: indicator=" + whole);
        }
        return integer(0);
    }

    /** The next parameter, a number. */
    double decimal(double otherwise) {
        return used < parameters.size() ? decimal(parameters.get(used++)) : otherwise;
    }

    Seed seed() {
        seedUsed = true;
        return seed;
    }

    Source source() {
        return sources.isEmpty() ? Source.CLOSE : source(0, 1);
    }

    /** A source of so many, all of which must be given. */
    Source source(int index, int count) {
        if (sources.size() != count) {
            throw new IllegalArgumentException("indicator needs " + count + (count == 1 ? " source" : " sources") + ": indicator=" + whole);
        }
        sourceUsed = true;
        return sources.get(index);
    }

    /** Refuses what was given and not asked for. */
    IndicatorSpec checked(IndicatorSpec spec) {
        if (used < parameters.size()) {
            throw new IllegalArgumentException("indicator takes at most " + used + " parameters: indicator=" + whole);
        }
        if (seed != Seed.MEAN && !seedUsed) {
            throw new IllegalArgumentException("indicator has no seed: indicator=" + whole);
        }
        if (!sources.isEmpty() && !sourceUsed) {
            throw new IllegalArgumentException("indicator has no source of its own: indicator=" + whole);
        }
        return spec;
    }

    private int headEnd() {
        int at = whole.indexOf('@');
        int bracket = whole.indexOf('(');
        int end = at < 0 || bracket >= 0 && bracket < at ? bracket : at;
        return end < 0 ? whole.length() : end;
    }

    private void addSources(int at) {
        if (whole.charAt(at) == '@') {
            sources.add(field(whole.substring(at + 1)));
            return;
        }
        if (!whole.endsWith(")")) {
            throw new IllegalArgumentException("bracket must be closed at the end: indicator=" + whole);
        }
        int end = whole.length() - 1;
        int from = at + 1;
        for (int comma = comma(whole, from, end); comma < end; comma = comma(whole, from, end)) {
            sources.add(fieldOrInner(whole.substring(from, comma)));
            from = comma + 1;
        }
        String last = whole.substring(from, end);
        sources.add(sources.isEmpty() ? inner(last) : fieldOrInner(last));
    }

    /** Of the next comma that is in no further bracket; the end if there is none. */
    private static int comma(String text, int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
            if (depth < 0) {
                break;
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("brackets must match: indicator=" + text);
        }
        return end;
    }

    /** Takes a list apart at the commas that are in no bracket. */
    static List<String> split(String list) {
        List<String> texts = new ArrayList<>();
        for (int from = 0; from <= list.length();) {
            int comma = comma(list, from, list.length());
            String text = list.substring(from, comma).strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("indicator must not be empty: indicator=" + list);
            }
            texts.add(text);
            from = comma + 1;
        }
        return texts;
    }

    /** Of several, one can be a field without an indicator around it. */
    private static Source fieldOrInner(String text) {
        Source field = Source.field(text);
        return field == null ? inner(text) : field;
    }

    private static Source inner(String inner) {
        int dot = inner.lastIndexOf('.');
        if (dot > inner.lastIndexOf(')') && isOutput(inner, dot)) {
            return output(IndicatorCatalog.parse(inner.substring(0, dot)), inner.substring(dot + 1));
        }
        return Source.of(IndicatorCatalog.parse(inner));
    }

    private Source field(String text) {
        Source field = Source.field(text);
        if (field == null) {
            throw new IllegalArgumentException("source must be one of " + Source.fieldNames() + ": source=" + text + ", indicator="
                + whole);
        }
        return field;
    }

    /** A dot before a digit belongs to a number. */
    private static boolean isOutput(String inner, int dot) {
        return dot + 1 < inner.length() && Character.isLetter(inner.charAt(dot + 1));
    }

    private static Source output(IndicatorSpec spec, String output) {
        for (int i = 0; i < spec.outputCount(); i++) {
            if (spec.outputName(i).equals(output)) {
                return Source.of(spec, i);
            }
        }
        throw new IllegalArgumentException("indicator has no such output: output=" + output + ", indicator=" + spec);
    }

    private int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("parameter must be a whole number: parameter=" + text + ", indicator=" + whole, e);
        }
    }

    private double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("parameter must be a number: parameter=" + text + ", indicator=" + whole, e);
        }
    }
}
