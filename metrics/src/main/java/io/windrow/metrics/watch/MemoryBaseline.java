package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a process normally takes, captured over a time, to hold a later one against. Immutable. The file is described at
 * {@link BaselineFile}.
 */
public final class MemoryBaseline {

    private final BaselineConditions conditions;
    private final long samples;
    private final long spanNanos;
    private final Map<Figure, BaselineFigure> figures;

    MemoryBaseline(BaselineConditions conditions, long samples, long spanNanos, Map<Figure, BaselineFigure> figures) {
        this.conditions = Objects.requireNonNull(conditions, "conditions");
        this.samples = samples;
        this.spanNanos = spanNanos;
        this.figures = new EnumMap<>(figures);
    }

    /**
     * Begins to capture.
     *
     * @return a listener that gathers samples.
     */
    public static BaselineCapture capture() {
        return new BaselineCapture();
    }

    /**
     * Loads a baseline.
     *
     * @param file where it was saved.
     * @return the baseline.
     * @throws BaselineException if the file cannot be read, is of another version, has a damaged line or lacks a key; one line.
     */
    public static MemoryBaseline load(Path file) throws BaselineException {
        return BaselineFile.load(file);
    }

    /**
     * Saves it whole or not at all, see {@link WholeFile}.
     *
     * @param file where; replaced if it exists.
     * @throws IOException if it cannot be saved; the earlier file is then as it was.
     */
    public void save(Path file) throws IOException {
        WholeFile.write(file, BaselineFile.render(this));
    }

    /**
     * Holds a later baseline against this one.
     *
     * @param now the later one.
     * @param limits what is called worse.
     * @return the verdict and the rows.
     */
    public BaselineComparison compare(MemoryBaseline now, BaselineLimits limits) {
        return BaselineJudge.compare(this, now, limits);
    }

    /**
     * Under what it was taken.
     *
     * @return the conditions.
     */
    public BaselineConditions conditions() {
        return conditions;
    }

    /**
     * How many samples it rests on.
     *
     * @return their number.
     */
    public long samples() {
        return samples;
    }

    /**
     * The time from the first sample to the last.
     *
     * @return nanoseconds.
     */
    public long spanNanos() {
        return spanNanos;
    }

    /**
     * One figure.
     *
     * @param figure which.
     * @return what was captured of it, or null if no sample knew it.
     */
    public BaselineFigure get(Figure figure) {
        return figures.get(figure);
    }

    Map<Figure, BaselineFigure> figures() {
        return figures;
    }
}
