package io.windrow.metrics.http;

/** The answer that is being made: one object for all requests of a server, one after the other. */
final class Answer {

    static final String JSON = "application/json; charset=utf-8";
    private static final int HEAD_BYTES = 1024;

    private final ByteText head = new ByteText(HEAD_BYTES, HEAD_BYTES);
    private final ByteText body;
    private final JsonText json;
    private int status;
    private String type;
    private String caching;
    private boolean stream;

    Answer(int keptBytes, int limitBytes) {
        body = new ByteText(keptBytes, limitBytes);
        json = new JsonText(body);
    }

    void clear() {
        body.clear();
        status = 200;
        type = JSON;
        caching = "no-store";
        stream = false;
    }

    ByteText body() {
        return body;
    }

    /** A JSON object that is begun; its last {@code end()} is the caller's. */
    JsonText json() {
        return json.begin();
    }

    Answer status(int newStatus) {
        status = newStatus;
        return this;
    }

    int status() {
        return status;
    }

    Answer type(String newType) {
        type = newType;
        return this;
    }

    /** For what never changes under its path. */
    Answer cacheable() {
        caching = "max-age=86400";
        return this;
    }

    /** The connection goes on as a stream of events after this body. */
    Answer stream() {
        stream = true;
        type = "text/event-stream";
        return this;
    }

    boolean isStream() {
        return stream;
    }

    /** One line of JSON in place of whatever was written so far. */
    void error(int newStatus, String message) {
        clear();
        status = newStatus;
        json().string("error", message).end();
        body.write('\n');
    }

    ByteText head(boolean last) {
        head.clear();
        head.ascii("HTTP/1.1 ").number(status).ascii(" ").ascii(Status.reason(status));
        head.ascii("\r\nContent-Type: ").ascii(type);
        head.ascii("\r\nCache-Control: ").ascii(caching);
        if (!stream) {
            head.ascii("\r\nContent-Length: ").number(body.length());
        }
        if (status == Status.METHOD_NOT_ALLOWED) {
            head.ascii("\r\nAllow: GET, HEAD");
        }
        if (last || stream) {
            head.ascii("\r\nConnection: close");
        }
        head.ascii("\r\nX-Content-Type-Options: nosniff");
        head.ascii("\r\nContent-Security-Policy: default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
        return head.ascii("\r\n\r\n");
    }
}
