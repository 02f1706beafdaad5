package io.windrow.metrics.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds who answers a path, and answers for whoever cannot. Paths are equal byte for byte; there are few, so they are tried in turn. */
final class Routes {

    private final List<String> paths = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final HostRule hosts;
    private volatile long failures;
    private volatile Throwable lastFailure;

    Routes(HostRule hosts) {
        this.hosts = hosts;
    }

    /** Adds a path, in place of what it may have led to before. */
    void add(String path, Handler handler) {
        int known = paths.indexOf(path);
        if (known >= 0) {
            handlers.set(known, handler);
            return;
        }
        paths.add(path);
        bytes.add(Bytes.of(path));
        handlers.add(handler);
    }

    long failures() {
        return failures;
    }

    Throwable lastFailure() {
        return lastFailure;
    }

    /** Fills the answer, whatever happens. */
    void answer(Request request, Answer answer) {
        answer.clear();
        if (request.problem() != null) {
            answer.error(request.status(), request.problem());
            return;
        }
        String refusal = hosts.refusal(request);
        if (refusal != null) {
            answer.error(Status.FORBIDDEN, refusal);
            return;
        }
        Handler handler = find(request);
        if (handler == null) {
            answer.error(Status.NOT_FOUND, new StringBuilder("the path must be one of ").append(paths).toString());
            return;
        }
        call(handler, request, answer);
    }

    private Handler find(Request request) {
        for (int i = 0; i < bytes.size(); i++) {
            if (request.hasPath(bytes.get(i))) {
                return handlers.get(i);
            }
        }
        return null;
    }

    /** An error too, one of memory for instance, must not end the thread that serves all others. */
    private void call(Handler handler, Request request, Answer answer) {
        try {
            handler.answer(request, answer);
        } catch (BadQueryException e) {
            answer.error(Status.BAD_REQUEST, e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
            answer.error(Status.FAILED, "the path could not be answered: " + e);
        }
    }

    /** Counts a failure; only the server's thread does. */
    void failed(Throwable cause) {
        lastFailure = cause;
        failures++;
    }
}
