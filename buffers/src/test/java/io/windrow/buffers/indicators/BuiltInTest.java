package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether the suites over all built-in indicators leave one out. */
class BuiltInTest {

    @Test
    void shouldHoldEveryIndicatorThatHasAName() {
        String message = catchThrowable(() -> IndicatorSpec.parse("none")).getMessage();
        String names = message.substring("indicator must be one of ".length(), message.indexOf(": indicator=none"));
        Set<String> held = new TreeSet<>();
        for (String text : BuiltIn.TEXTS) {
            held.add(text.split("[^a-z]")[0]);
        }
        assertThat(held).containsExactlyInAnyOrder(names.split(", "));
    }

    @Test
    void shouldReadBackWhatEachSaysItIs() {
        BuiltIn.specs().forEach(spec -> assertThat(IndicatorSpec.parse(spec.text())).isEqualTo(spec).isNotSameAs(spec));
        assertThat(BuiltIn.specs()).as("texts").extracting(IndicatorSpec::text).containsExactlyElementsOf(BuiltIn.TEXTS);
    }
}
