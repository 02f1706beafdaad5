/** What the guides show, a class for each topic. What stands between {@code docs:begin} and {@code docs:end} is in a guide as it is. */
package io.windrow.examples.samples;
