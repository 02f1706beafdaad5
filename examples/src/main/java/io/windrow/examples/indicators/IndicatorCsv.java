package io.windrow.examples.indicators;

import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.examples.output.Output;
import java.io.IOException;

/** Values of indicators as lines of CSV, the candle's time first. A value that there is not yet is an empty field. */
final class IndicatorCsv {

    private final Output out;
    private final IndicatorSet set;
    private final StringBuilder line = new StringBuilder("time");

    IndicatorCsv(Output out, IndicatorSet set) throws IOException {
        this.out = out;
        this.set = set;
        for (int i = 0; i < set.size(); i++) {
            IndicatorSpec spec = set.get(i).spec();
            for (int output = 0; output < spec.outputCount(); output++) {
                line.append(',').append(quoted(column(spec, output)));
            }
        }
        end();
    }

    /**
     * Name of a column: the text of the indicator with {@code _} for {@code :}, and where it has several outputs, a dot and the output.
     * No two are the same, as the texts are not.
     */
    static String column(IndicatorSpec spec, int output) {
        String name = spec.text().replace(':', '_');
        return spec.outputCount() == 1 ? name : name + "." + spec.outputName(output);
    }

    /** Begins the row of a candle; what it returns takes the time. */
    StringBuilder begin() {
        line.setLength(0);
        return line;
    }

    /** Writes the values after that candle, and so ends its row. */
    void values() throws IOException {
        for (int i = 0; i < set.size(); i++) {
            Indicator indicator = set.get(i);
            int outputs = indicator.spec().outputCount();
            for (int output = 0; output < outputs; output++) {
                append(indicator.value(output));
            }
        }
        end();
    }

    private void append(double value) {
        line.append(',');
        if (!Double.isNaN(value)) {
            line.append(value);
        }
    }

    private void end() throws IOException {
        out.write(line.append('\n'));
    }

    private static String quoted(String name) {
        return name.indexOf(',') < 0 ? name : '"' + name + '"';
    }
}
