package io.windrow.examples.prove.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report as one page that needs nothing but itself: styles and charts are within, there is no script, and nothing is
 * fetched. It is HTML and well-formed XML at once.
 */
public final class HtmlReport {

    private static final String STYLES = "report.css";
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'";

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
        Markup html = new Markup().raw("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        head(html);
        html.open("body").open("main");
        new FirstScreen(report, html).write();
        new Charts(report.engines()).draw(html);
        new Sections(report, html).write();
        return html.close().close().close().toString();
    }

    private static void head(Markup html) throws IOException {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_FROM_OUTSIDE);
        html.leaf("title", "Windrow: what it costs").open("style").raw(styles()).close().close();
    }

    private static String styles() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLES)) {
            if (in == null) {
                throw new IOException("resource must be on the class path: name=" + STYLES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
