package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A report much like a real one. */
final class Reports {

    static final double MIB = 1024 * 1024;

    private Reports() {
    }

    /** Five engines, three runs each. */
    static ProveReport realistic() {
        return of(List.of(
            engine("windrow", 58, 12.0e6, 0, 15e3, 0.5),
            engine("bigdecimal", 330, 1.4e6, 214.3, 48e3, 44),
            engine("objects", 210, 8.0e6, 63.7, 21e3, 11),
            engine("arrays", 58.4, 12.3e6, 0.004, 14e3, 0.6),
            engine("ta4j", 300, 3.0e6, 171.2, 37e3, 38)));
    }

    static ProveReport of(List<EngineSummary> engines) {
        return new ProveReport(input(), conditions(), engines, List.of());
    }

    static InputSummary input() {
        Map<String, Long> skipped = new LinkedHashMap<>();
        skipped.put("header", 2L);
        skipped.put("quantity is 0", 1_841L);
        return new InputSummary("2 files of csv, trades of one day", settings(), 12_000_000, 20, 12_001_846, skipped,
            Map.of("price is no number", 3L), List.of(
                new InputSummary.BadLine("BTCUSDT-trades.csv.gz", 17, "price is no number", "1700000000000,abc,0.1,b"),
                new InputSummary.BadLine("ETHUSDT-trades.csv.gz", 4_211_903, "price is no number", "1700000000123,,12,s")));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seed", "42");
        settings.put("trades", "12000000");
        settings.put("format", "csv");
        settings.put("columns", "time,price,quantity,side");
        settings.put("candles", "500");
        return settings;
    }

    private static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("cpu", "Some Processor 9000 at 2.80 GHz");
        conditions.put("processors", "2");
        conditions.put("memory", "8141828 kB");
        conditions.put("os", "Linux 6.8.0");
        conditions.put("jdk", "OpenJDK 64-Bit Server VM 17.0.12+7, Some Vendor");
        conditions.put("jvm flags", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto");
        conditions.put("phases", "2400000 to warm up, 7600000 flat out, 2000000 at 500000 a second");
        return conditions;
    }

    static EngineSummary engine(String name, double mib, double perSecond, double allocated, double latency, double stopMillis) {
        List<RunResult> runs = new ArrayList<>();
        for (double share : new double[] {1.012, 1.0, 0.991}) {
            runs.add(new RunBuilder(name).typical(mib * share, perSecond / share, allocated, latency * share, stopMillis * share).build());
        }
        return new EngineSummary(name, runs);
    }

    static EngineSummary engine(RunBuilder... runs) {
        List<RunResult> results = Arrays.stream(runs).map(RunBuilder::build).toList();
        return new EngineSummary(results.get(0).engine(), results);
    }

    /** A curve of so many points that rises to a height and then wavers. */
    static Series rising(String name, double seconds, int points, double height) {
        Random random = new Random(name.hashCode());
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            double share = (double) i / Math.max(1, points - 1);
            x[i] = share * seconds;
            y[i] = height * (Math.min(1, 0.35 + 2 * share) - 0.01 * random.nextDouble());
        }
        return new Series(x, y);
    }

    /** A curve that fills and empties. */
    static Series teeth(double seconds, int points, double height, int teeth) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = seconds * i / (points - 1);
            y[i] = height * (0.3 + 0.7 * (i * (double) teeth / points % 1));
        }
        return new Series(x, y);
    }

    /** A curve of steps that never falls. */
    static Series steps(double seconds, int points, double end, int steps) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = seconds * i / (points - 1);
            y[i] = end * Math.floor(steps * x[i] / seconds) / steps;
        }
        return new Series(x, y);
    }
}
