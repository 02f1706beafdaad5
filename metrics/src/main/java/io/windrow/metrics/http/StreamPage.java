package io.windrow.metrics.http;

import java.io.IOException;

/** Server-sent events: the newest document at once, and each one that follows. Source: HTML standard, 9.2. */
final class StreamPage implements Handler {

    /** After this long a browser asks again by itself when the stream has ended. */
    private static final String RETRY = "retry: 1000\n\n";

    private final CurrentPage current;

    StreamPage(CurrentPage current) {
        this.current = current;
    }

    @Override
    public void answer(Request request, Answer answer) throws IOException {
        answer.stream();
        answer.body().ascii(RETRY);
        event(answer);
    }

    /** Adds one event to the body; the document is one line. */
    void event(Answer answer) {
        answer.body().ascii("data: ");
        current.write(answer.json());
        answer.body().ascii("\n\n");
    }
}
