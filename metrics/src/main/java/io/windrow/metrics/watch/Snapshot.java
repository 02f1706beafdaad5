package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.util.Objects;

/** The figures of one moment under a label. Immutable; about 0.5 KB of heap. */
public final class Snapshot {

    private final String label;
    private final Sample sample = new Sample();

    /**
     * Copies a sample.
     *
     * @param label what the moment is called; an empty one for a snapshot that may be the first to be forgotten.
     * @param sample the figures, which are copied.
     */
    public Snapshot(String label, Sample sample) {
        this.label = Objects.requireNonNull(label, "label");
        this.sample.copyFrom(sample);
    }

    /**
     * What the moment is called.
     *
     * @return the label, or an empty string.
     */
    public String label() {
        return label;
    }

    /**
     * When it was taken.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return sample.timeNanos();
    }

    /**
     * Tells a figure.
     *
     * @param figure which.
     * @return its value, or {@link Sample#ABSENT}.
     */
    public long get(Figure figure) {
        return sample.get(figure);
    }

    /**
     * Whether a figure is known.
     *
     * @param figure which.
     * @return true if it is.
     */
    public boolean has(Figure figure) {
        return sample.has(figure);
    }

    /**
     * As JSON, the figures by their keys; what is not known is left out.
     *
     * @return one object on one line.
     */
    public String toJson() {
        JsonText json = new JsonText();
        writeTo(json);
        return json.toString();
    }

    void writeTo(JsonText json) {
        json.open('{').text("label", label).time("time", timeNanos()).number("timeNanos", timeNanos()).name("figures").open('{');
        for (int i = 0; i < Figure.count(); i++) {
            Figure figure = Figure.at(i);
            if (has(figure)) {
                json.figure(figure.key(), figure, get(figure));
            }
        }
        json.close('}').close('}');
    }
}
