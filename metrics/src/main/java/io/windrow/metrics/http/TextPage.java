package io.windrow.metrics.http;

import java.io.IOException;

/** A text that somebody else writes. */
final class TextPage implements Handler {

    private final TextSource source;
    private final String type;

    TextPage(TextSource source, String type) {
        this.source = source;
        this.type = type;
    }

    @Override
    public void answer(Request request, Answer answer) throws IOException {
        answer.type(type);
        source.writeTo(answer.body());
    }
}
