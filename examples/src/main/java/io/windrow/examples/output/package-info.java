/** Where commands write what they make: to the standard output, or to a file that is there once it is complete. */
package io.windrow.examples.output;
