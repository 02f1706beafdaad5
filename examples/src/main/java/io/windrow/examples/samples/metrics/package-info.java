/** The code that the guide to the metrics shows. */
package io.windrow.examples.samples.metrics;
