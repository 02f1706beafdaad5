package io.windrow.metrics.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests within a test: the message of each that failed, an empty text of each that passed, by display name. */
final class InnerRun {

    private final Map<String, String> messages = new TreeMap<>();

    private final List<String> suppressed = new ArrayList<>();

    private InnerRun(DiscoverySelector tests) {
        // Without the project's own leak check, which would see what these tests leak on purpose.
        EngineTestKit.engine("junit-jupiter").configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
            .selectors(tests).execute().allEvents().finished().stream().forEach(this::add);
    }

    static InnerRun of(Class<?> tests) {
        return new InnerRun(selectClass(tests));
    }

    static InnerRun of(Class<?> tests, String method) {
        return new InnerRun(selectMethod(tests, method));
    }

    /** The only test's message. */
    String message() {
        assertThat(messages).hasSize(1);
        return messages.values().iterator().next();
    }

    Map<String, String> messages() {
        return messages;
    }

    /** What is said beside the messages. */
    List<String> suppressed() {
        return suppressed;
    }

    private void add(Event event) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (failed || event.getTestDescriptor().isTest()) {
            result.getThrowable().stream().flatMap(thrown -> Stream.of(thrown.getSuppressed())).map(Throwable::getMessage)
                .forEach(suppressed::add);
            messages.put(event.getTestDescriptor().getDisplayName(), failed ? result.getThrowable().orElseThrow().getMessage() : "");
        }
    }
}
