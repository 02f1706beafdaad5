package io.windrow.metrics.micrometer;

import io.windrow.metrics.BucketCounts;
import io.windrow.metrics.micrometer.ScrapePlan.ScrapePart;
import java.io.IOException;

/** The lines of one distribution: each bucket, count and sum, all of one look at it. */
final class HistogramLines implements ScrapePart {

    private final Distribution distribution;
    /** The last is of the bucket without a bound. */
    private final byte[][] buckets;
    private final byte[] count;
    private final byte[] sum;

    /** The lines of a distribution. */
    record Made(Distribution distribution) implements ScrapeFamilies.Lines {
        @Override
        public ScrapePart part(ScrapeSeries series, StringBuilder head) {
            return new HistogramLines(distribution, series, head);
        }
    }

    private HistogramLines(Distribution distribution, ScrapeSeries series, StringBuilder head) {
        this.distribution = distribution;
        BucketCounts counts = distribution.counts();
        buckets = new byte[counts.size() + 1][];
        StringBuilder line = head;
        for (int i = 0; i < buckets.length; i++) {
            String bound = i == counts.size() ? "+Inf" : Double.toString(counts.boundNanos(i) / Distribution.NANOS_PER_SECOND);
            buckets[i] = ScrapeFamilies.bytes(series.bucket(line, bound));
            line.setLength(0);
        }
        count = ScrapeFamilies.bytes(series.line(line, "_count"));
        line.setLength(0);
        sum = ScrapeFamilies.bytes(series.line(line, "_sum"));
    }

    @Override
    public void write(ScrapeText out) throws IOException {
        synchronized (distribution) {
            distribution.look();
            BucketCounts counts = distribution.counts();
            for (int i = 0; i < counts.size(); i++) {
                out.put(buckets[i]).whole(counts.countUpTo(i)).end();
            }
            out.put(buckets[counts.size()]).whole(counts.count()).end();
            out.put(count).whole(counts.count()).end();
            out.put(sum).number(counts.sumSeconds()).end();
        }
    }
}
