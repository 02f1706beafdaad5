package io.windrow.metrics.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The head of a request, read in place; one object for all requests of a server, valid until the next. Strict where two readers could
 * disagree: lines end in CR LF, a header's name is followed by its colon, none is continued on a second line.
 *
 * <p>Source: RFC 9112. The target is a path; the absolute form, which only proxies are sent, is not read.
 */
final class Request {

    private static final byte[] GET = Bytes.of("GET");
    private static final byte[] HEAD = Bytes.of("HEAD");
    private static final byte[] HTTP_1_1 = Bytes.of("HTTP/1.1");
    private static final byte[] HTTP_1_0 = Bytes.of("HTTP/1.0");

    private final RequestHeaders headers = new RequestHeaders();
    private byte[] bytes;
    private int pathFrom;
    private int pathTo;
    private int queryTo;
    private boolean head;
    private boolean oldVersion;
    private int status;
    private String problem;

    /**
     * Reads the head that starts at a place.
     *
     * @return how many bytes it has, or 0 if its end has not come yet.
     */
    int read(byte[] source, int from, int to) {
        int start = from;
        while (start + 1 < to && source[start] == '\r' && source[start + 1] == '\n') {
            start += 2;
        }
        int end = Bytes.endOfHead(source, start, to);
        if (end < 0) {
            return 0;
        }
        bytes = source;
        problem = null;
        status = Status.OK;
        int line = Bytes.endOfLine(source, start, end);
        if (readLine(start, line)) {
            headers.read(source, line + 2, end - 2, this);
        }
        return end - from;
    }

    private boolean readLine(int from, int to) {
        int first = Bytes.indexOf(bytes, ' ', from, to);
        int second = first < 0 ? -1 : Bytes.indexOf(bytes, ' ', first + 1, to);
        if (second < 0 || second == first + 1 || Bytes.indexOf(bytes, ' ', second + 1, to) >= 0 || bytes[first + 1] != '/') {
            return refuse(Status.BAD_REQUEST, "a request line must be: METHOD /path HTTP/1.1");
        }
        target(first + 1, second);
        return version(second + 1, to) && method(from, first);
    }

    private void target(int from, int to) {
        int query = Bytes.indexOf(bytes, '?', from, to);
        pathFrom = from;
        pathTo = query < 0 ? to : query;
        queryTo = to;
    }

    private boolean version(int from, int to) {
        oldVersion = Bytes.equal(bytes, from, to, HTTP_1_0);
        return oldVersion || Bytes.equal(bytes, from, to, HTTP_1_1)
            || refuse(Status.VERSION, "the version must be HTTP/1.1 or HTTP/1.0");
    }

    private boolean method(int from, int to) {
        head = Bytes.equal(bytes, from, to, HEAD);
        return head || Bytes.equal(bytes, from, to, GET) || refuse(Status.METHOD_NOT_ALLOWED, "the method must be GET or HEAD");
    }

    /** Notes the first thing that is wrong. */
    boolean refuse(int newStatus, String message) {
        if (problem == null) {
            status = newStatus;
            problem = message;
        }
        return false;
    }

    /** What is wrong with the request, or null. */
    String problem() {
        return problem;
    }

    int status() {
        return status;
    }

    boolean isHead() {
        return head;
    }

    boolean isOldVersion() {
        return oldVersion;
    }

    /** Whether the connection ends with the answer. A head that could not be read may hide where the next one begins. */
    boolean isLast() {
        return problem != null || oldVersion || headers.closeAsked();
    }

    boolean hasPath(byte[] path) {
        return Bytes.equal(bytes, pathFrom, pathTo, path);
    }

    /** Whether a host was told; HTTP/1.0 need not. */
    boolean hasHost() {
        return headers.hasHost();
    }

    /** Whether the host, without its port, is this name of small letters. */
    boolean isHost(String small) {
        return headers.isHost(bytes, small);
    }

    boolean isHostAddress() {
        return headers.isHostAddress(bytes);
    }

    String host() {
        return headers.host(bytes);
    }

    /**
     * A parameter of the query, the first of that name.
     *
     * @return its text, or null if it is absent or empty.
     * @throws BadQueryException if its escapes are not UTF-8.
     */
    String parameter(String name) {
        int from = pathTo + 1;
        while (from < queryTo) {
            int end = Bytes.indexOf(bytes, '&', from, queryTo);
            int to = end < 0 ? queryTo : end;
            int equals = Bytes.indexOf(bytes, '=', from, to);
            if (equals >= 0 && Bytes.equal(bytes, from, equals, name)) {
                return equals + 1 == to ? null : decoded(name, equals + 1, to);
            }
            from = to + 1;
        }
        return null;
    }

    private String decoded(String name, int from, int to) {
        String value = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadQueryException(name + " must be escaped as %XX: " + name + "=" + value, e);
        }
    }
}
