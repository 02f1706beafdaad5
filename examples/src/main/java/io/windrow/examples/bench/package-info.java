/**
 * The command {@code windrow bench}: the figures of all rooms and of their peers, measured side by side in JVMs of their own, as a table
 * and as JSON. A ratio above 1 means that Windrow is better.
 */
package io.windrow.examples.bench;
