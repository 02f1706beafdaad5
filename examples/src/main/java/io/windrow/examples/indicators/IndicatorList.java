package io.windrow.examples.indicators;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The indicators that a call asks for: lists of texts with commas between, where a comma in brackets is part of a text. */
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
            for (String text : split(list)) {
                require(!text.isEmpty(), "indicator must not be empty", "indicator", list);
                require(specs.add(spec(text)), "indicators must differ", "indicator", text);
            }
        }
        return specs.toArray(new IndicatorSpec[0]);
    }

    static List<String> split(String list) {
        List<String> texts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            require(depth >= 0, "brackets must match", "indicator", list);
            if (c == ',' && depth == 0) {
                texts.add(list.substring(from, i).strip());
                from = i + 1;
            }
        }
        require(depth == 0, "brackets must match", "indicator", list);
        texts.add(list.substring(from).strip());
        return texts;
    }

    private static IndicatorSpec spec(String text) {
        try {
            return IndicatorSpec.parse(text);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("period must be such that what it takes can be counted: indicator=" + text, e);
        }
    }
}
