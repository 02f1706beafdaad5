package io.windrow.examples.footprint;

import java.io.IOException;

/** The report as one page. */
final class FootprintHtml {

    private FootprintHtml() {
    }

    static String render(FootprintReport report) throws IOException {
        return "";
    }
}
