/** Programs to copy from: a first engine, {@code prove}, the command line. */
package io.windrow.examples;
