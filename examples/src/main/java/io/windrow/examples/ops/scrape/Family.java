package io.windrow.examples.ops.scrape;

import java.util.ArrayList;
import java.util.List;

/** What a scrape says under one name: HELP, TYPE and the samples. */
public final class Family {

    private final String name;
    private final List<Series> series = new ArrayList<>();
    private String type;
    private boolean hasHelp;

    Family(String name) {
        this.name = name;
    }

    /**
     * The name in HELP and TYPE.
     *
     * @return such as {@code windrow_stop_seconds}.
     */
    public String name() {
        return name;
    }

    /**
     * Its type.
     *
     * @return counter, gauge, histogram, summary or untyped; null if there is no TYPE.
     */
    public String type() {
        return type;
    }

    /**
     * Whether it is described.
     *
     * @return true if there is a HELP.
     */
    public boolean hasHelp() {
        return hasHelp;
    }

    /**
     * Its samples.
     *
     * @return in the order of the scrape.
     */
    public List<Series> series() {
        return series;
    }

    /**
     * Whether a sample of this name belongs to it.
     *
     * @param sample a name, which may end in {@code _bucket}, {@code _sum} or {@code _count}.
     * @return true if it does, by the type.
     */
    boolean takes(String sample) {
        if (sample.equals(name)) {
            return !"histogram".equals(type);
        }
        if (!sample.startsWith(name)) {
            return false;
        }
        String end = sample.substring(name.length());
        boolean sums = end.equals("_sum") || end.equals("_count");
        return "histogram".equals(type) ? sums || end.equals("_bucket") : "summary".equals(type) && sums;
    }

    /** Whether a sample only grows while the process lives. */
    boolean isCount(Series sample) {
        return "counter".equals(type) || ("histogram".equals(type) || "summary".equals(type)) && !sample.name().equals(name)
            && !sample.name().endsWith("_sum");
    }

    void setType(String newType) {
        type = newType;
    }

    void setHelp() {
        hasHelp = true;
    }
}
