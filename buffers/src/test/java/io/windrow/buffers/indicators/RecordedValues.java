package io.windrow.buffers.indicators;

import io.windrow.buffers.testing.SharedData;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Values that other projects have worked out, as their files hold them; NaN where there is none. */
final class RecordedValues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private RecordedValues() {
    }

    /** A member of each record of a JSON file, for the candles of {@link Series#recorded()}. */
    static double[] json(String file, String member) {
        String key = "\"" + member + "\":";
        return SharedData.lines("indicators/expected/" + file + ".standard.json").stream()
            .map(String::strip).filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()).replace(",", "").strip())
            .mapToDouble(value -> value.equals("null") ? Double.NaN : Double.parseDouble(value)).toArray();
    }

    /** A column of a text file whose first five are date, open, high, low and close. */
    static double[] column(String file, int column) {
        return rows(file).stream().map(row -> row.split(",", -1)[column])
            .mapToDouble(value -> value.isEmpty() ? Double.NaN : Double.parseDouble(value)).toArray();
    }

    /** The candles of a text file, without volume. */
    static Series series(String file) {
        long[] times = rows(file).stream().map(row -> LocalDate.parse(row.substring(0, row.indexOf(' ')), DAY))
            .mapToLong(day -> day.toEpochDay() * DAY_NANOS).toArray();
        return new Series(times, column(file, 1), column(file, 2), column(file, 3), column(file, 4), new double[times.length]);
    }

    private static List<String> rows(String file) {
        List<String> lines = SharedData.lines("indicators/expected/" + file);
        return lines.subList(1, lines.size());
    }
}
