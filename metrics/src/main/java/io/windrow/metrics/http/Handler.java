package io.windrow.metrics.http;

import java.io.IOException;

/** Answers the requests for one path. Called on the server's thread only. */
interface Handler {

    /**
     * Writes the answer's body.
     *
     * @param request what is asked; valid until the return.
     * @param answer where the answer goes; 200 and JSON unless the handler says otherwise.
     * @throws IOException if the body cannot be had; answered with 500, as is every other exception but {@link BadQueryException}.
     */
    void answer(Request request, Answer answer) throws IOException;
}
