package io.windrow.metrics;

/** What the files of a control group are called, and the labels in them. */
enum ControlGroupFiles {

    VERSION_1("memory.usage_in_bytes", "memory.limit_in_bytes", "total_rss ", "memory.oom_control"),
    VERSION_2("memory.current", "memory.max", "anon ", "memory.events");

    private static final byte[] KILLS = ProcFile.label("oom_kill ");

    private final String current;
    private final String limit;
    private final byte[] anonymous;
    private final String events;

    ControlGroupFiles(String current, String limit, String anonymous, String events) {
        this.current = current;
        this.limit = limit;
        this.anonymous = ProcFile.label(anonymous);
        this.events = events;
    }

    String current() {
        return current;
    }

    String limit() {
        return limit;
    }

    String statistics() {
        return "memory.stat";
    }

    byte[] anonymous() {
        return anonymous;
    }

    String events() {
        return events;
    }

    byte[] kills() {
        return KILLS;
    }
}
