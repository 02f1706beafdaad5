package io.windrow.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of the table: medians over the rounds, and how far the ratios of the rounds lie apart. */
final class RowResult {

    /** Ratios that lie further apart than this share of their median say little. */
    private static final double NOISY = 0.3;

    final Row row;
    final List<Reading> windrow;
    final List<Reading> peer;
    /** Why there is no result; null if there is one. */
    final String failure;
    private final List<Double> ratios = new ArrayList<>();

    private RowResult(Row row, List<Reading> windrow, List<Reading> peer, String failure) {
        this.row = row;
        this.windrow = windrow;
        this.peer = peer;
        this.failure = failure;
        for (int i = 0; i < Math.min(windrow.size(), peer.size()); i++) {
            ratios.add(row.unit().ratio(row.unit().of(windrow.get(i)), row.unit().of(peer.get(i))));
        }
    }

    /** The n-th readings of both are of the same round and make a pair. */
    static RowResult of(Row row, List<Reading> windrow, List<Reading> peer) {
        return new RowResult(row, windrow, peer, null);
    }

    static RowResult failed(Row row, String reason) {
        return new RowResult(row, List.of(), List.of(), reason);
    }

    double value() {
        return Median.of(windrow, row.unit()::of);
    }

    double peerValue() {
        return Median.of(peer, row.unit()::of);
    }

    double allocatedBytesPerOp() {
        return Median.of(windrow, Reading::allocatedBytesPerOp);
    }

    double peerAllocatedBytesPerOp() {
        return Median.of(peer, Reading::allocatedBytesPerOp);
    }

    /** The median of the rounds' ratios; NaN without a peer. */
    double ratio() {
        return Median.of(ratios, ratio -> ratio);
    }

    double lowestRatio() {
        return ratios.stream().mapToDouble(ratio -> ratio).min().orElse(Double.NaN);
    }

    double highestRatio() {
        return ratios.stream().mapToDouble(ratio -> ratio).max().orElse(Double.NaN);
    }

    boolean isNoisy() {
        return highestRatio() - lowestRatio() > NOISY * ratio();
    }

    /** A row that failed has not met its goal, whatever it is. */
    boolean isMet() {
        return failure == null && row.goal().isMet(value(), ratio());
    }

    boolean isJudged() {
        return failure != null || row.goal().judges();
    }

    /** Medians of the further figures by name. */
    static Map<String, Double> details(List<Reading> readings) {
        Map<String, Double> details = new LinkedHashMap<>();
        if (!readings.isEmpty()) {
            for (String name : readings.get(0).details().keySet()) {
                details.put(name, Median.of(readings, reading -> reading.details().get(name)));
            }
        }
        return details;
    }

    /** The values of rounds, in the unit of the row. */
    List<Double> values(List<Reading> readings) {
        return readings.stream().map(row.unit()::of).collect(Collectors.toList());
    }
}
