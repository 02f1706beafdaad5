package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Forked;
import java.util.List;
import org.agrona.UnsafeApi;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No use of what is closed brings the JVM down, whether blocks are reached directly or with a check for each value. */
class UseAfterCloseIT {

    private static final int MOST_METHODS = 40;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldThrowFromEveryMethodOfEveryClosedWindow(boolean direct) {
        List<String> options = direct ? List.of("-Xmx64m", Forked.DIRECT) : List.of("-Xmx64m");
        List<String> lines = Forked.run(options, UseAfterCloseMain.class, Window.class, UnsafeApi.class, Assertions.class);
        assertThat(lines).startsWith("direct=" + direct, "closed by window", "closed by owner", "closed by memory").hasSize(5);
        int calls = Integer.parseInt(lines.get(4).replace("calls=", ""));
        assertThat(calls).as("calls that threw").isGreaterThan(20 * 3 * 3 * MOST_METHODS / 2);
    }
}
