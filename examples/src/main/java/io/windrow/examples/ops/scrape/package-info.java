/** What {@code /metrics} answers: the text format of Prometheus, read strictly. */
package io.windrow.examples.ops.scrape;
