/** Recorded input of the commands: the options that say how files are to be read, and the pass that looks through them. */
package io.windrow.examples.input;
