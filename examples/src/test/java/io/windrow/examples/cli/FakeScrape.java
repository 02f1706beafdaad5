package io.windrow.examples.cli;

/** A scrape with every name that is required. */
final class FakeScrape {

    static final String CLEAN = family("process_memory_rss_bytes", "gauge", "35000000") + family("process_memory_vms_bytes", "gauge", "2e9")
        + family("process_memory_peak_bytes", "gauge", "36000000") + family("memory_growth_rate_mb_per_minute", "gauge", "0.0")
        + family("process_open_fds", "gauge", "40") + family("fd_growth_rate_per_minute", "gauge", "0")
        + family("process_cpu_seconds_total", "counter", "12.5") + family("active_connections", "gauge", "1")
        + histogram("gc_pause_duration_seconds", 10, 90, 100, 100) + family("gc_collections_by_generation_total", "counter", "100")
        + family("leaked_objects_total", "counter", "0") + family("clean_hours_counter", "gauge", "3")
        + histogram("signal_latency_seconds", 990, 1000, 1000, 1000) + family("trading_trade_count_total", "counter", "1000000")
        + family("trading_error_count_total", "counter", "0") + family("trading_heartbeat_age_seconds", "gauge", "0.01")
        + family("data_source_status", "gauge", "1") + histogram("windrow_stop_seconds", 0, 90, 100, 100);

    private FakeScrape() {
    }

    static String family(String name, String type, String value) {
        return "# HELP " + name + " what it says\n# TYPE " + name + " " + type + "\n" + name + " " + value + "\n";
    }

    /** Counts at or below 1 ms, 5 ms, 50 ms and in all. */
    static String histogram(String name, long one, long five, long fifty, long all) {
        return "# HELP " + name + " what it says\n# TYPE " + name + " histogram\n" + name + "_bucket{le=\"0.001\"} " + one + "\n" + name
            + "_bucket{le=\"0.005\"} " + five + "\n" + name + "_bucket{le=\"0.05\"} " + fifty + "\n" + name + "_bucket{le=\"+Inf\"} " + all
            + "\n" + name + "_sum 1.5\n" + name + "_count " + all + "\n";
    }
}
