/** Windrow metrics. */
package io.windrow.metrics;
