package io.windrow.examples.prove.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report as one page that needs nothing but itself. */
public final class HtmlReport {

    private HtmlReport() {
    }

    /**
     * Writes a report to a file, replacing it.
     *
     * @param report what to write.
     * @param file   where to.
     * @throws IOException if it cannot be written.
     */
    public static void write(ProveReport report, Path file) throws IOException {
        Files.writeString(file, page(report));
    }

    static String page(ProveReport report) throws IOException {
        return HtmlPage.of("Windrow: what it costs", html -> {
            new FirstScreen(report, html).write();
            new Charts(report.engines()).draw(html);
            new Sections(report, html).write();
        });
    }
}
