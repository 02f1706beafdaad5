package io.windrow.metrics.http;

/** The live page and its parts: files of the jar that ask nothing of any other machine. */
final class LivePage {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private LivePage() {
    }

    static void addTo(Routes routes) {
        routes.add("/", new ResourcePage("page/index.html", "text/html; charset=utf-8", false));
        routes.add("/page.css", new ResourcePage("page/page.css", "text/css; charset=utf-8", false));
        routes.add("/page.js", new ResourcePage("page/page.js", SCRIPT, false));
        routes.add("/chart.js", new ResourcePage("page/chart.umd.min.js", SCRIPT, true));
    }
}
