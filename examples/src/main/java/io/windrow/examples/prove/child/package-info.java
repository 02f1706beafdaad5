/**
 * What runs in the JVM of one engine: it feeds the engine in phases, measures with Windrow's own instruments, and writes down what it saw.
 *
 * <p>Everything here is the same for every engine, so that what it costs is in every engine's figures.
 */
package io.windrow.examples.prove.child;
