/**
 * The command line {@code ./windrow}. A wrong call ends with 2 and one sentence, a run that fails with 1.
 */
package io.windrow.examples.cli;
