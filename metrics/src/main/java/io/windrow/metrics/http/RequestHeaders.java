package io.windrow.metrics.http;

import java.nio.charset.StandardCharsets;

/** The headers this server heeds: Host, Connection, and the two that tell of a body. */
final class RequestHeaders {

    private static final String PRINTABLE = "!#$%&'*+-.^_`|~";

    private int hostFrom;
    private int hostTo;
    private boolean close;

    /** Reads the lines from a place on; each ends in CR LF, the last at {@code to}. */
    void read(byte[] bytes, int from, int to, Request request) {
        hostFrom = -1;
        close = false;
        int line = from;
        while (line < to) {
            int end = Bytes.endOfLine(bytes, line, to);
            int colon = Bytes.indexOf(bytes, ':', line, end);
            if (colon <= line || !isName(bytes, line, colon) || Bytes.hasControls(bytes, colon + 1, end)) {
                request.refuse(Status.BAD_REQUEST, "a header must be: Name: value");
                return;
            }
            header(bytes, line, colon, end, request);
            line = end + 2;
        }
        if (hostFrom < 0 && !request.isOldVersion()) {
            request.refuse(Status.BAD_REQUEST, "a request must name its Host");
        }
    }

    boolean closeAsked() {
        return close;
    }

    boolean hasHost() {
        return hostFrom >= 0;
    }

    boolean isHost(byte[] bytes, String small) {
        return Bytes.equalIgnoringCase(bytes, hostFrom, hostTo, small);
    }

    /** Digits and points, or what is in brackets: no name looks so, as a top level domain is never a number. */
    boolean isHostAddress(byte[] bytes) {
        if (hostFrom < hostTo && bytes[hostFrom] == '[') {
            return true;
        }
        for (int i = hostFrom; i < hostTo; i++) {
            if ((bytes[i] < '0' || bytes[i] > '9') && bytes[i] != '.') {
                return false;
            }
        }
        return hostFrom < hostTo;
    }

    String host(byte[] bytes) {
        return new String(bytes, hostFrom, hostTo - hostFrom, StandardCharsets.ISO_8859_1);
    }

    private void header(byte[] bytes, int from, int colon, int end, Request request) {
        int valueFrom = colon + 1;
        int valueTo = end;
        while (valueFrom < valueTo && isBlank(bytes[valueFrom])) {
            valueFrom++;
        }
        while (valueFrom < valueTo && isBlank(bytes[valueTo - 1])) {
            valueTo--;
        }
        if (Bytes.equalIgnoringCase(bytes, from, colon, "host")) {
            host(bytes, valueFrom, valueTo, request);
        } else if (Bytes.equalIgnoringCase(bytes, from, colon, "connection")) {
            close |= Bytes.equalIgnoringCase(bytes, valueFrom, valueTo, "close");
        } else if (Bytes.equalIgnoringCase(bytes, from, colon, "transfer-encoding")
            || Bytes.equalIgnoringCase(bytes, from, colon, "content-length") && !Bytes.equal(bytes, valueFrom, valueTo, "0")) {
            request.refuse(Status.TOO_LARGE, "a request must have no body");
        }
    }

    /** Notes the host without its port. */
    private void host(byte[] bytes, int from, int to, Request request) {
        if (hostFrom >= 0) {
            request.refuse(Status.BAD_REQUEST, "a request must name its Host once");
        }
        int bracket = Bytes.indexOf(bytes, ']', from, to);
        int colon = Bytes.indexOf(bytes, ':', Math.max(from, bracket), to);
        hostFrom = from;
        hostTo = colon < 0 ? to : colon;
    }

    private static boolean isName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            if (!letter && PRINTABLE.indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
