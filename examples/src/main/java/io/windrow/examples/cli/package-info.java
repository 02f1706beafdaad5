/** The command line. */
package io.windrow.examples.cli;
