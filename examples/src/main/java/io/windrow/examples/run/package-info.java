/**
 * The command {@code windrow run}: an engine that runs until it is told to stop, to copy from.
 * {@link io.windrow.examples.run.EngineMain} starts it without a command line library.
 */
package io.windrow.examples.run;
