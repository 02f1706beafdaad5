package io.windrow.examples.prove.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One page that needs nothing but itself: styles and charts are within, there is no script, and nothing is fetched. It is HTML and
 * well-formed XML at once.
 */
public final class HtmlPage {

    private static final String STYLES = "report.css";
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'";

    private HtmlPage() {
    }

    /**
     * Makes a page.
     *
     * @param title   of the page.
     * @param content writes what is on it.
     * @return its text.
     * @throws IOException if the style sheet cannot be read.
     */
    public static String of(String title, Consumer<Markup> content) throws IOException {
        Markup html = new Markup().raw("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        head(html, title);
        html.open("body").open("main");
        content.accept(html);
        return html.close().close().close().toString();
    }

    private static void head(Markup html, String title) throws IOException {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_FROM_OUTSIDE);
        html.leaf("title", title).open("style").raw(styles()).close().close();
    }

    private static String styles() throws IOException {
        try (InputStream in = HtmlPage.class.getResourceAsStream(STYLES)) {
            if (in == null) {
                throw new IOException("resource must be on the class path: name=" + STYLES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
