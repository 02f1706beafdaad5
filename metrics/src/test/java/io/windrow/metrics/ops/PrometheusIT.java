package io.windrow.metrics.ops;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract against an exporter that serves the list of names and nothing else: what fails here is wrong in the pack. */
class PrometheusIT extends ScrapeContract {

    private FakeExporter exporter;

    @BeforeEach
    void start() throws IOException {
        exporter = new FakeExporter();
    }

    @AfterEach
    void stop() {
        exporter.close();
    }

    @Override
    protected URI engine() {
        return exporter.uri();
    }
}
