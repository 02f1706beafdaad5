package io.windrow.examples.indicators;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The indicators that a call asks for: lists of texts. */
final class IndicatorList {

    private IndicatorList() {
    }

    /**
     * Reads lists.
     *
     * @throws IllegalArgumentException if there is no indicator, one is unknown or has wrong parameters, or two are the same.
     */
    static IndicatorSpec[] parse(List<String> lists) {
        require(!lists.isEmpty(), "an indicator is needed, such as --indicator ema:20 (--list names all)", "indicator", lists);
        Set<IndicatorSpec> specs = new LinkedHashSet<>();
        for (String list : lists) {
            for (IndicatorSpec spec : IndicatorSpec.parseList(list)) {
                require(specs.add(spec), "indicators must differ", "indicator", spec);
            }
        }
        return specs.toArray(new IndicatorSpec[0]);
    }
}
