package io.windrow.examples.prove.report;
import java.nio.file.Path;
/** Placeholder. */
public final class HtmlReport {
    private HtmlReport() { }
    /** x. 
     * @param r r
     * @param p p */
    public static void write(ProveReport r, Path p) { }
    /** x. 
     * @param r r
     * @param p p
     * @return x */
    public static String render(ProveReport r, boolean p) { StringBuilder b = new StringBuilder(); for (EngineSummary e : r.engines()) { b.append(e.engine()).append("\n"); for (Figure f : Figure.values()) { b.append("   " + f.jsonName() + " " + Formats.figure(f.unit(), e.median(f)) + "  [" + Formats.figure(f.unit(), e.lowest(f)) + " .. " + Formats.figure(f.unit(), e.highest(f)) + "]\n"); } b.append(e.runs().get(0).notes()).append("\n"); } return b + " " + r.mismatches(); }
}
