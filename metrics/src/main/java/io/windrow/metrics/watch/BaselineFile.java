package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file of a baseline: UTF-8, lines {@code key=value} that {@link java.util.Properties} reads too, the first {@code windrow-baseline=1}.
 * Then {@code samples}, {@code spanNanos}, {@code jvm}, {@code os}, {@code flags}, {@code date}, and for each figure {@code KEY.mean},
 * {@code KEY.highest}, {@code KEY.floor}, {@code KEY.spread}, whole numbers in the figure's smallest unit. Empty lines and lines that begin
 * with {@code #} mean nothing. {@code \\}, line breaks and blanks at the ends are escaped as in properties. The last line is {@code end=N},
 * N being the number of lines before it that mean something, so that a file cut short is found.
 */
final class BaselineFile {

    static final String VERSION_KEY = "windrow-baseline";
    static final String VERSION = "1";
    private static final String END = "end";
    private static final String[] PARTS = {"mean", "highest", "floor", "spread"};

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private BaselineFile(Path file) {
        this.file = file;
    }

    static String render(MemoryBaseline baseline) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(VERSION_KEY, VERSION);
        values.put("samples", Long.toString(baseline.samples()));
        values.put("spanNanos", Long.toString(baseline.spanNanos()));
        values.put("jvm", baseline.conditions().jvm());
        values.put("os", baseline.conditions().os());
        values.put("flags", baseline.conditions().flags());
        values.put("date", baseline.conditions().date());
        for (BaselineFigure figure : baseline.figures().values()) {
            long[] parts = {figure.mean(), figure.highest(), figure.floor(), figure.spread()};
            for (int i = 0; i < parts.length; i++) {
                values.put(figure.figure().key() + "." + PARTS[i], Long.toString(parts[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append('=').append(Escapes.escape(value)).append('\n'));
        return text.append(END).append('=').append(values.size()).append('\n').toString();
    }

    static MemoryBaseline load(Path file) throws BaselineException {
        BaselineFile loaded = new BaselineFile(file);
        loaded.parse();
        BaselineConditions conditions = new BaselineConditions(loaded.text("jvm"), loaded.text("os"), loaded.text("flags"),
            loaded.text("date"));
        return new MemoryBaseline(conditions, loaded.number("samples"), loaded.number("spanNanos"), loaded.figures());
    }

    private void parse() throws BaselineException {
        int number = 0;
        for (String line : read().split("\n", -1)) {
            number++;
            String stripped = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!stripped.isBlank() && !stripped.startsWith("#")) {
                parse(stripped, number);
            }
        }
        if (values.isEmpty()) {
            throw error(1, "the first key must be " + VERSION_KEY, "");
        }
        if (number(END) != values.size() - 1) {
            throw error(lines.get(END), "end must be the number of lines before it, which is " + (values.size() - 1), values.get(END));
        }
    }

    private void parse(String line, int number) throws BaselineException {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw error(number, "a line must be key=value", line);
        }
        String key = line.substring(0, equals);
        if (values.isEmpty()) {
            checkVersion(key, line, number);
        }
        if (lines.containsKey(END)) {
            throw error(number, "nothing may follow end", line);
        }
        if (lines.put(key, number) != null) {
            throw error(number, "a key must not be there twice", key);
        }
        String value = Escapes.unescape(line.substring(equals + 1));
        if (value == null) {
            throw error(number, "a backslash must begin a known escape", line);
        }
        values.put(key, value);
    }

    private void checkVersion(String key, String line, int number) throws BaselineException {
        if (!key.equals(VERSION_KEY)) {
            throw error(number, "the first key must be " + VERSION_KEY, line);
        }
        if (!line.equals(VERSION_KEY + "=" + VERSION)) {
            throw error(number, "the version must be " + VERSION, line);
        }
    }

    private Map<Figure, BaselineFigure> figures() throws BaselineException {
        Map<Figure, BaselineFigure> figures = new EnumMap<>(Figure.class);
        for (int i = 0; i < Figure.count(); i++) {
            Figure figure = Figure.at(i);
            if (values.containsKey(figure.key() + "." + PARTS[0])) {
                figures.put(figure, new BaselineFigure(figure, part(figure, 0), part(figure, 1), part(figure, 2), part(figure, 3)));
            }
        }
        return figures;
    }

    private long part(Figure figure, int part) throws BaselineException {
        return number(figure.key() + "." + PARTS[part]);
    }

    private String text(String key) throws BaselineException {
        String value = values.get(key);
        if (value == null) {
            throw error(values.size(), "a key must be there", key);
        }
        return value;
    }

    private long number(String key) throws BaselineException {
        String value = text(key);
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw error(lines.get(key), key + " must be a whole number", value);
        }
        throw error(lines.get(key), key + " must not be negative", value);
    }

    private String read() throws BaselineException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BaselineException("the baseline cannot be read: file=" + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private BaselineException error(int line, String rule, String value) {
        String shown = value.length() <= 80 ? value : value.substring(0, 80) + "...";
        return new BaselineException(rule + ": file=" + file + ", line=" + line + ", value=" + Escapes.escape(shown), null);
    }
}
