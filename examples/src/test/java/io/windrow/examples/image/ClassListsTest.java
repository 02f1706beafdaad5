package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassListsTest {

    @Test
    void shouldAddWhatTheFirstDoesNotHave() {
        List<String> first = List.of("# of a run", "java/lang/Object", "@lambda-proxy A run ()V");
        List<String> second = List.of("# of another run", "java/lang/Object", "B", "@lambda-proxy A run ()V", "@lambda-proxy B run ()V");
        assertThat(ClassLists.join(first, second))
            .containsExactly("# of a run", "java/lang/Object", "@lambda-proxy A run ()V", "B", "@lambda-proxy B run ()V");
    }

    @Test
    void shouldKeepTheNumbersOfTheFirstAlone() {
        assertThat(ClassLists.join(List.of("java/lang/Object id: 0", "A id: 1"), List.of("java/lang/Object id: 0", "B id: 1", "A id: 2")))
            .containsExactly("java/lang/Object id: 0", "A id: 1", "B");
    }
}
