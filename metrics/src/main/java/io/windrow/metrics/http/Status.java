package io.windrow.metrics.http;

/** The HTTP statuses that this server answers with. */
final class Status {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_LARGE = 413;
    static final int HEADERS_TOO_LARGE = 431;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;
    static final int VERSION = 505;

    private Status() {
    }

    static String reason(int status) {
        return switch (status) {
            case OK -> "OK";
            case BAD_REQUEST -> "Bad Request";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not Found";
            case METHOD_NOT_ALLOWED -> "Method Not Allowed";
            case TOO_LARGE -> "Content Too Large";
            case HEADERS_TOO_LARGE -> "Request Header Fields Too Large";
            case UNAVAILABLE -> "Service Unavailable";
            case VERSION -> "HTTP Version Not Supported";
            default -> "Internal Server Error";
        };
    }
}
