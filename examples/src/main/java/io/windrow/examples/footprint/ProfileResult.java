package io.windrow.examples.footprint;

import io.windrow.examples.bench.Median;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * All launches of a profile.
 *
 * @param profile what was launched.
 * @param launches at least one.
 */
record ProfileResult(EngineProfile profile, List<Launch> launches) {

    String name() {
        return profile.name();
    }

    /** The value in the middle, of an even number the mean of the two there; NaN if no launch knows it. */
    double median(Measure measure) {
        return Median.of(launches.stream().filter(launch -> launch.has(measure)).toList(), launch -> launch.get(measure));
    }

    double lowest(Measure measure) {
        return known(measure).min().orElse(Double.NaN);
    }

    double highest(Measure measure) {
        return known(measure).max().orElse(Double.NaN);
    }

    double worst(Measure measure) {
        return measure.isLessBetter() ? highest(measure) : lowest(measure);
    }

    /** The launch of median resident memory, of an even number the lower of the two there: its parts add up, medians would not. */
    Launch typical() {
        List<Launch> sorted = launches.stream().sorted(Comparator.comparingDouble(launch -> launch.get(Measure.RESIDENT))).toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** Major version of the JDK, 0 if it is not known. */
    int majorVersion() {
        String jdk = launches.get(0).jdk();
        String version = jdk.substring(jdk.lastIndexOf(' ') + 1).split("[.+-]", 2)[0];
        return version.chars().allMatch(Character::isDigit) && !version.isEmpty() ? Integer.parseInt(version) : 0;
    }

    private DoubleStream known(Measure measure) {
        return launches.stream().filter(launch -> launch.has(measure)).mapToDouble(launch -> launch.get(measure));
    }
}
