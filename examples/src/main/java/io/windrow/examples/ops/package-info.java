/**
 * The commands that watch: a JVM of this machine by its process number, or an engine by its endpoint. Nothing in the target is changed.
 */
package io.windrow.examples.ops;
