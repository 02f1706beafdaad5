package io.windrow.metrics.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which names a request may call the server by. A page of another site can let its own name point to this machine (DNS rebinding) and
 * read what a server on loopback answers; its requests then carry that name. An address cannot be redirected so, and is always good.
 */
final class HostRule {

    private final List<String> names = new ArrayList<>();
    private final boolean any;

    /**
     * Makes a rule.
     *
     * @param any whether every name is good: for a server that is open to other machines.
     */
    HostRule(boolean any) {
        this.any = any;
        names.add("localhost");
    }

    void allow(String name) {
        names.add(name.toLowerCase(Locale.ROOT));
    }

    /** Why a request is refused, or null. */
    String refusal(Request request) {
        if (any || !request.hasHost() || request.isHostAddress() || isKnown(request)) {
            return null;
        }
        return "the host must be an address or one of " + names + ": host=" + request.host();
    }

    private boolean isKnown(Request request) {
        for (int i = 0; i < names.size(); i++) {
            if (request.isHost(names.get(i))) {
                return true;
            }
        }
        return false;
    }
}
