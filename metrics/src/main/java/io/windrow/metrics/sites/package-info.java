/**
 * Who allocates: sites from a flight recording, on demand, of this process or of any JVM of the machine.
 *
 * <pre>{@code
 * AllocationReport report = AllocationSites.of(4711, Duration.ofSeconds(10), 5);
 * for (AllocationSite site : report.sites()) {
 *     System.out.println(site);
 * }
 * // com.acme.Book.add:42 java.lang.Long, about 52428800 bytes, 81 % (412 samples)
 * }</pre>
 *
 * <p>What cannot be recorded says so in one line, as {@link io.windrow.metrics.sites.RecordingException}. A diagnosis: the recorder takes
 * 13 MB resident and more in the recorded process, see {@link io.windrow.metrics.sites.AllocationSites}.
 */
package io.windrow.metrics.sites;
